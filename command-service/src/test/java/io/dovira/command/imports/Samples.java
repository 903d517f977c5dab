package io.dovira.command.imports;

import java.nio.file.Path;
import java.time.Instant;

/** Made-up imports. */
final class Samples {

    private Samples() {}

    static ImportStatus queued(String id) {
        return queued(id, "0".repeat(64), 10);
    }

    static ImportStatus queued(String id, String sha256, long bytes) {
        Imports.Order order = new Imports.Order(
                "rows.csv",
                "",
                FileReading.BUILT_IN.find("visits").orElseThrow().mapping(),
                "q-1",
                "quality",
                null);
        return Tally.queued(id, order, new Spool.Upload(Path.of("rows.csv"), sha256, bytes), Instant.EPOCH);
    }
}
