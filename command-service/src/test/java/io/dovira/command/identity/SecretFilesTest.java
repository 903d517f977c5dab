package io.dovira.command.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
    @TempDir
    Path directory;

    @Test
    void makesASecretOnceAndKeepsIt() {
        String made = new SecretFiles(directory).secret("users/clerk");

        assertThat(made).hasSize(24).matches("[A-Za-z0-9_-]+");
        assertThat(new SecretFiles(directory).secret("users/clerk")).isEqualTo(made);
        assertThat(new SecretFiles(directory).secret("users/admin")).isNotEqualTo(made);
    }

    @Test
    void letsOnlyTheOwnerIn() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        new SecretFiles(directory).secret("users/clerk");

        assertThat(mode(directory)).isEqualTo("rwx------");
        assertThat(mode(directory.resolve("users"))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(
                            file -> assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------"));
        }
    }

    @Test
    void givesAllThatStartTogetherTheSameSecret() throws Exception {
        Callable<String> start = () -> new SecretFiles(directory).secret("clients/dovira-query");
        try (var starters = Executors.newFixedThreadPool(8)) {
            List<Future<String>> secrets = starters.invokeAll(Collections.nCopies(8, start));
            String first = secrets.getFirst().get();
            for (Future<String> secret : secrets) {
                assertThat(secret.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void refusesAnEmptyFileWithTheReason() throws IOException {
        Files.createDirectories(directory.resolve("users"));
        Files.writeString(directory.resolve("users/clerk"), "\n");

        assertThatThrownBy(() -> new SecretFiles(directory).secret("users/clerk"))
                .hasMessageContaining("users/clerk")
                .hasMessageContaining("empty");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
