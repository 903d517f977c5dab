package io.dovira.query.footage;

import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.FootageState;
import io.dovira.events.footage.Mismatch;
import io.dovira.events.footage.SeenEntry;
import io.dovira.events.footage.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The record of an office held against its footage.
 *
 * @param position to which both were complete when they were read
 * @param timeZone of the office; null if it is not known here
 * @param judgedUntil what happened later is not judged yet: its footage may still come in
 * @param cameras that hung there then
 * @param entries what must be seen, as far as a camera looks at its kind
 * @param mismatches in order of time
 */
record ReconciledFootage(
        long position,
        String office,
        Map<String, String> officeName,
        @Nullable String timeZone,
        Instant from,
        Instant to,
        Instant judgedUntil,
        List<CameraBar> cameras,
        List<ShownEntry> entries,
        List<ShownMismatch> mismatches) {

    /** A camera and what it recorded. */
    record CameraBar(
            String id,
            String room,
            CameraArea area,
            @Nullable Long clockOffsetMillis,
            @Nullable Instant offsetMeasuredAt,
            @Nullable Instant removedAt,
            List<Piece> footage) {}

    /** A segment on the bar, in true time. */
    record Piece(
            String id, Instant from, Instant to, FootageState state, boolean held, boolean broken, List<Span> gaps) {}

    /** {@code to} is null while it goes on. */
    record ShownEntry(
            String subject,
            String entry,
            CameraArea area,
            @Nullable String room,
            Instant from,
            @Nullable Instant to) {}

    /** {@code camera} and {@code footage} are null if it is about an entry, {@code subject} and {@code entry} if it is about footage. */
    record ShownMismatch(
            Mismatch.Kind kind,
            @Nullable String camera,
            @Nullable String footage,
            @Nullable String subject,
            @Nullable String entry,
            @Nullable CameraArea area,
            Instant from,
            Instant to) {

        static ShownMismatch of(Mismatch found) {
            SeenEntry entry = found.entry();
            return new ShownMismatch(
                    found.kind(),
                    found.camera() == null ? null : Objects.toString(found.camera()),
                    found.footage() == null ? null : Objects.toString(found.footage()),
                    entry == null ? null : entry.subject(),
                    entry == null ? null : entry.entry(),
                    entry == null ? null : entry.area(),
                    found.time().from(),
                    found.time().to());
        }
    }
}
