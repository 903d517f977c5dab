package io.dovira.command.footage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest extends FileStoreContract {
    @TempDir
    Path directory;

    private DirectoryStore store;

    @BeforeEach
    void open() throws IOException {
        store = new DirectoryStore(directory.resolve("footage"));
    }

    @Override
    FileStore store() {
        return store;
    }

    @Override
    List<String> incoming() throws IOException {
        try (Stream<Path> parts = Files.list(directory.resolve("footage/incoming"))) {
            return parts.map(Path::toString).toList();
        }
    }

    @Test
    void letsOnlyItsOwnerIn() throws IOException {
        String file = keep(OWNER, content(9)).file();

        assertThat(permissions(path(file))).isEqualTo("rw-------");
        for (String folder :
                List.of("footage", "footage/incoming", "footage/files", "footage/files/" + file.substring(0, 2))) {
            assertThat(permissions(directory.resolve(folder))).as(folder).isEqualTo("rwx------");
        }
    }

    @Test
    void deletesWhatOldUploadsLeft() throws IOException {
        Path old = Files.writeString(directory.resolve("footage/incoming/old.part"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-03-01T00:00:00Z")));
        Files.writeString(directory.resolve("footage/incoming/young.part"), "x");

        assertThat(store.tidy(Instant.parse("2026-03-02T00:00:00Z"))).isEqualTo(1);
        assertThat(incoming()).singleElement().asString().endsWith("young.part");
    }

    @Test
    void findsTheHashOfWhatIsThereNow() throws IOException {
        String file = keep(OWNER, content(9)).file();
        Files.write(path(file), content(10));

        assertThat(store.sha256(file, read -> {})).isEqualTo(hash(content(10)));
        Files.delete(path(file));
        assertThatThrownBy(() -> store.sha256(file, read -> {})).isInstanceOf(NoSuchFile.class);
    }

    @Test
    void saysWhenItCannotKeepAnything() throws IOException {
        Files.delete(directory.resolve("footage/files"));
        Files.writeString(directory.resolve("footage/files"), "in the way");

        assertThatThrownBy(() -> keep(OWNER, content(9))).isInstanceOf(StoreUnavailable.class);
        assertThat(incoming()).isEmpty();
    }

    private Path path(String file) {
        return directory.resolve("footage/files").resolve(file);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
