package io.dovira.command.footage;

import io.dovira.events.FootageId;
import io.dovira.events.footage.IntegrityFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hashes of its files were computed again. */
public record ReportIntegrity(FootageId footage, List<Checked> files) implements FootageCommand {
    public ReportIntegrity {
        files = List.copyOf(files);
    }

    /**
     * What was found of one file.
     *
     * @param sha256 its hash when it came in
     * @param found its hash now; null unless it changed
     */
    public record Checked(
            String sha256,
            IntegrityFinding finding,
            @Nullable String found) {}
}
