package io.dovira.command.footage.store;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.dovira.events.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Uploads on their way in: a directory of files (600) without a meaning, each written by one upload and then moved or deleted. What is older than any
 * upload was left by a process that died.
 */
final class Incoming {
    private static final int BUFFER = 128 * 1024;

    private final Path directory;

    /** @throws IOException if the directory cannot be made */
    Incoming(Path directory) throws IOException {
        this.directory = directory;
        Owner.directories(directory);
    }

    /** Content that came in whole and has the hash that was announced; synced. */
    record Upload(Path path, long bytes) {}

    Upload take(String sha256, InputStream content, long most) throws IOException {
        MessageDigest digest = Sha256.begin();
        Path path = directory.resolve(UUID.randomUUID() + ".part");
        boolean whole = false;
        try (FileChannel file = FileChannel.open(path, Set.of(CREATE_NEW, WRITE), Owner.file(path))) {
            long bytes = copy(content, file, digest, most);
            String found = Sha256.end(digest);
            if (bytes == 0 || !found.equals(sha256)) {
                throw new ContentDiffers(
                        bytes == 0
                                ? "The content has no bytes."
                                : "The " + bytes + " bytes that came have the SHA-256 " + found + ", not " + sha256
                                        + ".");
            }
            sync(file);
            whole = true;
            return new Upload(path, bytes);
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** What the sender fails at is an IOException, what the disk fails at is not. */
    private static long copy(InputStream content, FileChannel file, MessageDigest digest, long most)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int some = content.read(buffer); some >= 0; some = content.read(buffer)) {
            bytes += some;
            if (bytes > most) {
                throw new ContentTooLarge("Content has at most " + most + " bytes here.");
            }
            digest.update(buffer, 0, some);
            write(file, ByteBuffer.wrap(buffer, 0, some));
        }
        return bytes;
    }

    private static void write(FileChannel file, ByteBuffer some) {
        try {
            while (some.hasRemaining()) {
                file.write(some);
            }
        } catch (IOException e) {
            throw new StoreUnavailable("the store cannot take the content", e);
        }
    }

    private static void sync(FileChannel file) {
        try {
            file.force(true);
        } catch (IOException e) {
            throw new StoreUnavailable("the store cannot make the content durable", e);
        }
    }

    int tidy(Instant before) {
        int left = 0;
        try (Stream<Path> parts = Files.list(directory)) {
            for (Path part : parts.toList()) {
                if (isOlder(part, before) && Files.deleteIfExists(part)) {
                    left++;
                }
            }
        } catch (IOException e) {
            throw new StoreUnavailable("the uploads cannot be listed", e);
        }
        return left;
    }

    private static boolean isOlder(Path part, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(part).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    void probe() {
        try {
            Path probe = directory.resolve(UUID.randomUUID() + ".probe");
            FileChannel.open(probe, Set.of(CREATE_NEW, WRITE), Owner.file(probe))
                    .close();
            Files.delete(probe);
        } catch (IOException e) {
            throw new StoreUnavailable("nothing can be written into " + directory, e);
        }
    }
}
