package io.dovira.events.footage;

import io.dovira.events.OfficeId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was entered into the record and must be seen on footage where there is a camera for it.
 *
 * @param subject name of the stream that tells of it, such as {@code visit-0199b1d2}
 * @param entry what it is: the leg of a visit, an event of a stay
 * @param room where, if the record says so
 */
public record SeenEntry(
        String subject,
        String entry,
        OfficeId office,
        CameraArea area,
        @Nullable String room,
        Span time) {}
