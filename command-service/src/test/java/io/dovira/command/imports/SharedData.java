package io.dovira.command.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The directory of public data sets with their truth files: property {@code dovira.shared-data}, else env DOVIRA_SHARED_DATA, else beside the checkout. */
final class SharedData {

    private SharedData() {}

    /** The file; skips the test, saying so, where the data sets are not there. */
    static Path file(String name) {
        Optional<Path> directory = directory();
        if (directory.isEmpty()) {
            System.out.println(
                    "SKIPPED: no public data sets; set -Ddovira.shared-data or DOVIRA_SHARED_DATA to test against "
                            + name);
        }
        Assumptions.assumeTrue(directory.isPresent(), "public data sets are not here");
        return directory.orElseThrow().resolve(name);
    }

    static JsonNode truth(String name) {
        return JsonMapper.shared().readTree(file(name).toFile());
    }

    private static Optional<Path> directory() {
        return Stream.of(
                        List.of(
                                named(System.getProperty("dovira.shared-data")),
                                named(System.getenv("DOVIRA_SHARED_DATA"))),
                        List.of("../../shared/data", "../../../shared/data"))
                .flatMap(List::stream)
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static String named(@Nullable String value) {
        return value == null ? "" : value;
    }
}
