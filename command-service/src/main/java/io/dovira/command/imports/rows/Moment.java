package io.dovira.command.imports.rows;

import io.dovira.events.TimeQuality;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A moment that was read. {@code oddity}: why it is only an estimate, null if it is exact (to the precision of the source). */
record Moment(Instant at, @Nullable String oddity) {

    TimeQuality quality() {
        return oddity == null ? TimeQuality.EXACT : TimeQuality.ESTIMATED;
    }
}
