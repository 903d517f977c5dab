package io.dovira.command.footage;

import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageState;
import io.dovira.events.footage.Hold;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.LinkTarget;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.events.footage.SegmentRecorded;
import io.dovira.events.footage.Span;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A segment as a client sees it. Times {@code from} and {@code to} are true times: the clock of the camera set right. */
@Schema(name = "Footage")
record ShownFootage(
        String id,
        FootageState state,
        @Schema(example = "lviv-03-cell-2") String camera,
        @Schema(example = "lviv-03") String office,
        @Schema(example = "cell 2") String room,
        CameraArea area,

        @Schema(description = "In true time, as far as the clock of the camera was measured")
        Instant from,

        Instant to,
        @Nullable Long clockOffsetMillis,
        @Schema(example = "custody") String retentionClass,

        @Schema(description = "End of its retention; null while its content is not here, or there is no rule") @Nullable
        Instant keepUntil,

        @Schema(example = "footage-retention-custody@1") @Nullable
        String policy,

        @Schema(description = "The original first, then redacted copies")
        List<ShownFile> files,

        @Schema(description = "Times without a picture") List<Span> gaps,

        @Schema(description = "What is wrong with it and nobody has answered")
        List<Flaw> unanswered,

        List<ShownLink> links,
        List<Hold> holds) {

    /** A file of the segment. */
    record ShownFile(
            String sha256,
            long bytes,
            String mediaType,
            Instant checkedAt,

            @Schema(description = "Null if it is what came in") @Nullable
            IntegrityFinding broken) {}

    /** What it shows. */
    record ShownLink(
            LinkTarget target, String subject, @Nullable String event, Instant at) {}

    static ShownFootage of(Footage footage) {
        SegmentRecorded recorded = footage.recorded();
        SegmentIngested ingested = footage.ingested();
        return new ShownFootage(
                footage.id().value(),
                footage.state(),
                recorded.camera().value(),
                recorded.office().value(),
                recorded.room(),
                recorded.area(),
                footage.time().from(),
                footage.time().to(),
                ingested == null ? null : ingested.clockOffsetMillis(),
                recorded.retentionClass(),
                footage.keepUntil(),
                footage.policy(),
                footage.files().stream()
                        .map(file -> new ShownFile(
                                file.sha256(), file.bytes(), file.mediaType(), file.checkedAt(), file.broken()))
                        .toList(),
                footage.trueGaps(),
                footage.flaws().open(),
                footage.links().stream()
                        .map(link -> new ShownLink(link.target(), link.subject(), link.event(), link.at()))
                        .toList(),
                footage.holds());
    }
}
