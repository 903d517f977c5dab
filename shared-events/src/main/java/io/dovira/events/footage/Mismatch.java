package io.dovira.events.footage;

import io.dovira.events.CameraId;
import io.dovira.events.FootageId;
import io.dovira.events.OfficeId;
import org.jspecify.annotations.Nullable;

/**
 * Where the record and the footage do not say the same.
 *
 * @param camera null if it is about an entry
 * @param footage the segment that is wrong, or the one that shows it most; null if it is about an entry
 * @param entry what should be seen and is not; null if it is about footage
 * @param time what is not seen, or of what footage
 */
public record Mismatch(
        Kind kind,
        OfficeId office,
        @Nullable CameraId camera,
        @Nullable FootageId footage,
        @Nullable SeenEntry entry,
        Span time) {

    /** What is wrong. */
    public enum Kind {
        /** Nothing of the entry is on footage. */
        NO_FOOTAGE,
        /** A part of it is not. */
        GAP,
        /** The camera's clock is further from the true time than is tolerated. */
        CLOCK_OFFSET,
        /** A file is not what came in. */
        CHANGED,
        /** A file is not there. */
        MISSING
    }
}
