package io.dovira.command.footage.store;

import io.dovira.events.FootageId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A directory, perhaps one that several machines mount:
 *
 * <pre>
 * data/footage/                                       only the owner may enter (700)
 *   incoming/0f3c....part                             an upload on its way (600)
 *   files/9f/9f86...0a08-1b2c3d4e-0199b1f0-55d2       complete, synced, and moved here in one step
 * </pre>
 */
public final class DirectoryStore implements FileStore {
    private final Incoming incoming;
    private final Path files;

    /** @throws IOException if the directory cannot be made */
    public DirectoryStore(Path directory) throws IOException {
        this.incoming = new Incoming(directory.resolve("incoming"));
        this.files = directory.resolve("files");
        Owner.directories(files);
    }

    @Override
    public KeptFile keep(FootageId owner, String sha256, InputStream content, long most) throws IOException {
        Incoming.Upload upload = incoming.take(sha256, content, most);
        String name = FileNames.of(sha256, owner);
        Path file = files.resolve(name);
        try {
            Path folder = Objects.requireNonNull(file.getParent(), "every file lies in the store");
            Owner.directories(folder);
            Files.move(upload.path(), file, StandardCopyOption.ATOMIC_MOVE);
            // The content is on disk; now its name is, and that of its folder.
            sync(folder);
            sync(files);
            return new KeptFile(name, upload.bytes());
        } catch (IOException e) {
            StoreUnavailable failure = new StoreUnavailable("the store cannot keep the content", e);
            discard(upload.path(), failure);
            discard(file, failure);
            throw failure;
        }
    }

    /** What cannot be deleted either is told beside the failure that led here. */
    private static void discard(Path file, StoreUnavailable failure) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String file, long from, long length) {
        try {
            FileChannel channel = FileChannel.open(path(file));
            channel.position(from);
            return new Limited(Channels.newInputStream(channel), length);
        } catch (NoSuchFileException e) {
            throw new NoSuchFile(file);
        } catch (IOException e) {
            throw new StoreUnavailable("the file " + file + " cannot be read", e);
        }
    }

    @Override
    public void delete(String file) {
        try {
            if (Files.deleteIfExists(path(file))) {
                sync(Objects.requireNonNull(path(file).getParent(), "every file lies in the store"));
            }
        } catch (IOException e) {
            throw new StoreUnavailable("the file " + file + " cannot be deleted", e);
        }
    }

    @Override
    public void forEach(Consumer<String> file) {
        try (Stream<Path> all = Files.walk(files, 2)) {
            all.filter(Files::isRegularFile)
                    .forEach(path -> file.accept(files.relativize(path).toString()));
        } catch (IOException | UncheckedIOException e) {
            throw new StoreUnavailable("the files cannot be listed", e);
        }
    }

    @Override
    public int tidy(Instant before) {
        return incoming.tidy(before);
    }

    @Override
    public void probe() {
        incoming.probe();
    }

    @Override
    public void close() {
        // Holds nothing open.
    }

    private Path path(String file) {
        return files.resolve(FileNames.checked(file));
    }
}
