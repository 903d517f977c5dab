package io.dovira.query.truth;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The folder of real records: the system property {@code dovira.shared-data}, or {@code shared/data} beside the checkout. */
public final class SharedData {

    private SharedData() {}

    /** Skips the test, saying so, where the folder is not there. */
    public static Path file(String name) {
        Path found = Stream.of(
                        System.getProperty("dovira.shared-data", "../../shared/data"),
                        "../../shared/data",
                        "../../../shared/data")
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of("nowhere", name));
        assumeTrue(
                Files.exists(found),
                () -> name + " is not there: point -Ddovira.shared-data to the folder of real records");
        return found;
    }

    public static InputStream open(String name) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file(name)));
    }

    public static JsonNode truth(String name) {
        return JsonMapper.shared().readTree(file(name).toFile());
    }
}
