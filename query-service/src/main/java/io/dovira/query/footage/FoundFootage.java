package io.dovira.query.footage;

import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageState;
import io.dovira.events.footage.Hold;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.LinkTarget;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.events.footage.Span;
import io.dovira.query.platform.Office;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A segment as a client sees it.
 *
 * @param from in true time, as far as the clock of its camera was measured
 * @param clockOffsetMillis what the clock showed too much; null if it was never measured, or the content is not here
 * @param keepUntil end of its retention; null while the content is not here, or there is no rule
 * @param files the original first, then redacted copies
 * @param gaps times without a picture
 * @param unanswered what is wrong with it and nobody has answered
 * @param deeds what people did with it, oldest first; only in the answer for one segment
 */
record FoundFootage(
        String id,
        FootageState state,
        String camera,
        String office,
        Map<String, String> officeName,
        String room,
        CameraArea area,
        Instant from,
        Instant to,
        @Nullable Long clockOffsetMillis,
        String retentionClass,
        @Nullable Instant keepUntil,
        @Nullable String policy,
        boolean broken,
        List<File> files,
        List<Span> gaps,
        List<Flaw> unanswered,
        List<Link> links,
        List<Hold> holds,
        int accesses,
        String origin,
        @Nullable List<Deed> deeds) {

    /** A file of the segment; {@code broken} is null if it is what came in. */
    record File(
            String sha256,
            long bytes,
            String mediaType,
            Instant checkedAt,
            @Nullable IntegrityFinding broken) {}

    /**
     * What it shows.
     *
     * @param movedTo when the entry that is meant happened, if it was corrected to a time that the segment does not show; only in the answer for one segment
     */
    record Link(
            LinkTarget target,
            String subject,
            @Nullable String event,
            Instant at,
            @Nullable Instant movedTo) {}

    static FoundFootage of(Segment segment, @Nullable Office office, boolean whole) {
        return of(segment, office, whole, stream -> null);
    }

    /** @param stays by the name of their stream, against which links are held */
    static FoundFootage of(
            Segment segment, @Nullable Office office, boolean whole, Function<String, @Nullable Stay> stays) {
        Footage footage = segment.footage();
        SegmentIngested ingested = footage.ingested();
        return new FoundFootage(
                footage.id().value(),
                segment.state(),
                segment.camera(),
                segment.office(),
                office == null ? Map.of() : office.name(),
                segment.room(),
                segment.area(),
                segment.from(),
                segment.to(),
                ingested == null ? null : ingested.clockOffsetMillis(),
                footage.recorded().retentionClass(),
                footage.keepUntil(),
                footage.policy(),
                segment.broken(),
                footage.files().stream()
                        .map(file -> new File(
                                file.sha256(), file.bytes(), file.mediaType(), file.checkedAt(), file.broken()))
                        .toList(),
                footage.trueGaps(),
                footage.flaws().open(),
                footage.links().stream()
                        .map(link -> new Link(
                                link.target(),
                                link.subject(),
                                link.event(),
                                link.at(),
                                Links.movedTo(link, footage.time(), stays)))
                        .toList(),
                footage.holds(),
                (int) segment.deeds().stream()
                        .filter(deed -> deed.what().equals("footage-accessed"))
                        .count(),
                segment.origin(),
                whole ? segment.deeds() : null);
    }
}
