package io.dovira.query.footage;

import io.dovira.events.OfficeId;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.SeenEntry;
import io.dovira.events.footage.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be seen on footage.
 *
 * @param subject name of the stream that tells of it
 * @param entry what it is: {@code leg-1} of a visit, a stored name without its feature of a stay
 * @param area {@link CameraArea#OUTSIDE} if it turned out that no camera can have seen it
 * @param room where, if the record says so
 * @param to null while it goes on
 */
record Entry(
        String subject,
        String entry,
        String office,
        CameraArea area,
        @Nullable String room,
        Instant from,
        @Nullable Instant to) {

    Entry until(Instant end) {
        return new Entry(subject, entry, office, area, room, from, end.isBefore(from) ? from : end);
    }

    Entry since(Instant start) {
        return new Entry(subject, entry, office, area, room, start, to != null && to.isBefore(start) ? start : to);
    }

    /** As it is judged: what still goes on is judged up to {@code latest}. */
    SeenEntry seen(Instant latest) {
        Instant end = to == null || to.isAfter(latest) ? latest : to;
        return new SeenEntry(
                subject, entry, new OfficeId(office), area, room, new Span(from, end.isBefore(from) ? from : end));
    }
}
