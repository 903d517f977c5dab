package io.dovira.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docker/make-secrets}. */
class SecretsIT {

    @Test
    void makesWhatComposeWantsAndNeverTwice(@TempDir Path directory) throws Exception {
        Path secrets = directory.resolve("secrets");

        assertThat(make(secrets)).isZero();

        assertThat(names(secrets)).isEqualTo(Compose.read().names("secrets"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .as("closed to others")
                .isEqualTo("rwx------");
        String password = Files.readString(secrets.resolve("dovira-password"));
        assertThat(password).matches("[0-9a-f]{48}");
        assertThat(secrets.resolve("dovira.mongodb.uri")).content().startsWith("mongodb://dovira:" + password + "@");
        assertThat(Files.readString(secrets.resolve("mongo-admin-password"))).isNotEqualTo(password);

        assertThat(make(secrets)).isEqualTo(1);
        assertThat(secrets.resolve("dovira-password")).hasContent(password);
    }

    private static Set<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static int make(Path directory) throws Exception {
        Process process = new ProcessBuilder(
                        Repository.file("docker/make-secrets").toString(), directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
