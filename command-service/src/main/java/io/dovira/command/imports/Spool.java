package io.dovira.command.imports;

import io.dovira.events.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Where uploads lie until they are imported: {@code <dovira.data>/imports/<id>.upload}. The directory also names the node, so that after a
 * restart this process, and no other, finds what it left behind. Thread-safe.
 */
final class Spool {

    private final Path directory;

    Spool(Path data) {
        this.directory = data.resolve("imports");
    }

    /** An upload on disk. */
    record Upload(Path file, String sha256, long bytes) {}

    /** Copies the upload to disk, counting and hashing on the way. */
    Upload take(String id, InputStream upload) throws IOException {
        Files.createDirectories(directory);
        Path file = file(id);
        MessageDigest sha256 = Sha256.begin();
        try (DigestInputStream hashed = new DigestInputStream(upload, sha256)) {
            long bytes = Files.copy(hashed, file);
            // What is accepted is imported even if the machine stops at once.
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return new Upload(file, Sha256.end(sha256), bytes);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Of the bytes of the file, hex. */
    static String sha256(Path file) throws IOException {
        MessageDigest sha256 = Sha256.begin();
        try (DigestInputStream hashed = new DigestInputStream(Files.newInputStream(file), sha256)) {
            hashed.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.end(sha256);
    }

    Path file(String id) {
        return directory.resolve(id + ".upload");
    }

    void drop(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of this node: stays the same as long as the directory does. */
    String node() {
        Path file = directory.resolve("node");
        try {
            Files.createDirectories(directory);
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
