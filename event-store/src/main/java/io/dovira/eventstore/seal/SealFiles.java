package io.dovira.eventstore.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.dovira.eventstore.tlog.Checkpoint;
import io.dovira.eventstore.tlog.NoteKey;
import io.dovira.eventstore.tlog.NoteSigner;
import io.dovira.eventstore.tlog.SignedNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the signer keeps outside of the database, so that whoever can change the log and its seal still cannot make it sign a second history:
 *
 * <pre>
 *   signing-key     the private key (600); made at the first start unless one is given
 *   verifier-key    the public one, for outsiders
 *   last-signed     the last checkpoint that was signed here; written before it is published
 * </pre>
 *
 * <p>Several processes may share the directory: one makes the key, one signs at a time. A file is whole or absent, also after a crash.
 */
public final class SealFiles {

    private static final String LAST_SIGNED = "last-signed";

    /** A file lock keeps out other processes but not other threads of this one. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path directory;
    private final @Nullable Path givenKey;

    /** @param givenKey file with the key, when it is not to be made here */
    public SealFiles(Path directory, @Nullable Path givenKey) {
        this.directory = directory;
        this.givenKey = givenKey;
    }

    /**
     * The key to sign with; made, when there is none, under the name.
     *
     * @throws IllegalArgumentException if the file holds no key
     */
    public NoteSigner signer(Supplier<String> name) {
        return alone(() -> {
            Path file = givenKey == null ? directory.resolve("signing-key") : givenKey;
            if (givenKey == null && !Files.exists(file)) {
                write(file, NoteSigner.generate(name.get()).secretText(), "rw-------");
            }
            try {
                NoteSigner signer = NoteSigner.of(Files.readString(file));
                Path verifier = directory.resolve("verifier-key");
                String text = signer.key() + "\n";
                if (!Files.exists(verifier) || !Files.readString(verifier).equals(text)) {
                    write(verifier, text, "rw-r--r--");
                }
                return signer;
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
            }
        });
    }

    /**
     * The last checkpoint that was signed here.
     *
     * @throws IllegalArgumentException if the file was changed: the key did not sign it
     */
    Optional<Checkpoint> lastSigned(NoteKey key) throws IOException {
        Path file = directory.resolve(LAST_SIGNED);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Checkpoint.of(key.verified(SignedNote.of(Files.readString(file)))));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    void remember(SignedNote note) throws IOException {
        write(directory.resolve(LAST_SIGNED), note.toString(), "rw-------");
    }

    /** What may be done by one signer of this directory at a time. */
    interface Work<T> {
        T run() throws IOException;
    }

    <T> T alone(Work<T> work) {
        THREADS.lock();
        try {
            Files.createDirectories(directory, attributes("rwx------"));
            try (FileChannel lock = FileChannel.open(
                            directory.resolve(".lock"), Set.of(CREATE, WRITE), attributes("rw-------"));
                    var held = lock.lock()) {
                if (!held.isValid()) {
                    throw new IOException("the lock of " + directory + " was lost");
                }
                return work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the seal in " + directory.toAbsolutePath() + ": " + e, e);
        } finally {
            THREADS.unlock();
        }
    }

    /** Under another name first: the file is the old one or the new one, whole. */
    private void write(Path file, String text, String permissions) throws IOException {
        Path fresh = directory.resolve("." + file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel out = FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), attributes(permissions))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncDirectory();
    }

    /** Else a power failure may bring the old name back after the head was published. */
    private void syncDirectory() {
        try (FileChannel folder = FileChannel.open(directory)) {
            folder.force(true);
        } catch (IOException e) {
            // Not every system opens a directory; those that do not, order names by themselves.
        }
    }

    private FileAttribute<?>[] attributes(String permissions) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
