package io.dovira.command.imports;

import java.nio.file.Path;
import java.time.Instant;

/** Made-up imports. */
final class Samples {

    private Samples() {}

    static ImportStatus queued(String id) {
        Imports.Order order = new Imports.Order(
                "rows.csv",
                "",
                FileReading.BUILT_IN.find("visits").orElseThrow().mapping(),
                "q-1",
                "quality",
                null);
        return Tally.queued(id, order, new Spool.Upload(Path.of("rows.csv"), "0".repeat(64), 10), Instant.EPOCH);
    }
}
