package io.dovira.command.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Secrets on disk, one per file, made when first asked for:
 *
 * <pre>
 * data/identity/              only the owner may enter (700)
 *   signing-key.json          the key that tokens are signed with (600)
 *   users/clerk               the password of the account "clerk" (600)
 *   clients/dovira-clerk      the secret of the machine account "dovira-clerk" (600)
 * </pre>
 *
 * <p>A file is complete or absent, also after a crash. Several processes may start on the same directory; one of them makes the secret,
 * all read the same. Nothing here is ever logged.
 */
final class SecretFiles {
    private static final int RANDOM_BYTES = 18;
    private static final String OWNER_FILE = "rw-------";
    private static final String OWNER_DIRECTORY = "rwx------";

    /** A file lock keeps out other processes but not other threads of this one. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path directory;
    private final SecureRandom random = new SecureRandom();

    SecretFiles(Path directory) {
        this.directory = directory;
    }

    /** The random text kept under this name: 24 characters, 144 bits. */
    String secret(String name) {
        return read(name, () -> {
            byte[] bytes = new byte[RANDOM_BYTES];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        });
    }

    /** The text kept under this name; made, stored and synced first when there is none. */
    String read(String name, Supplier<String> maker) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                make(file, maker);
            }
            String text = Files.readString(file).strip();
            if (text.isEmpty()) {
                throw new IllegalStateException(file + " is empty: delete it to have a new secret made");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep secrets in " + directory.toAbsolutePath(), e);
        }
    }

    private void make(Path file, Supplier<String> maker) throws IOException {
        THREADS.lock();
        try {
            makeAlone(file, maker);
        } finally {
            THREADS.unlock();
        }
    }

    private void makeAlone(Path file, Supplier<String> maker) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent(), "every secret lies in the directory");
        Files.createDirectories(directory, attributes(OWNER_DIRECTORY));
        Files.createDirectories(folder, attributes(OWNER_DIRECTORY));
        restrict(directory);
        try (FileChannel lock =
                        FileChannel.open(directory.resolve(".lock"), Set.of(CREATE, WRITE), attributes(OWNER_FILE));
                var held = lock.lock()) {
            if (Files.exists(file) || !held.isValid()) {
                return;
            }
            Path fresh = folder.resolve("." + file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            try (FileChannel out = FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), attributes(OWNER_FILE))) {
                ByteBuffer bytes = ByteBuffer.wrap((maker.get() + "\n").getBytes(UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** A directory that somebody made beforehand may be open to others. */
    private static void restrict(Path directory) throws IOException {
        if (posix(directory)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(OWNER_DIRECTORY));
        }
    }

    private FileAttribute<?>[] attributes(String permissions) {
        return posix(directory)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
