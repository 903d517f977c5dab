package io.dovira.query.estimates;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was foreseen of one wait when it began. It is never made anew: what was told is what is compared.
 *
 * @param madeAt when the wait began
 * @param ahead who was to be called before
 * @param desks that were at work
 * @param forecastSeconds the wait if every service takes as long as they do on average
 * @param stepSeconds from one call to the next, on average: the unit in which a forecast is off
 * @param fromSeconds nine of ten waited longer, as the office's last forecasts turned out; null while those are few
 * @param toSeconds nine of ten waited less
 */
record Estimate(
        Instant madeAt,
        int ahead,
        int desks,
        int forecastSeconds,
        int stepSeconds,
        @Nullable Integer fromSeconds,
        @Nullable Integer toSeconds) {

    /**
     * How far off the forecast was, in thousandths: 1000 if the wait was as foreseen, 2000 if it was twice as long. Bounded, so that one visitor who was
     * forgotten does not count for ever.
     */
    int error(Duration waited) {
        long actual = Math.max(0, waited.toSeconds()) + stepSeconds;
        long foreseen = (long) forecastSeconds + stepSeconds;
        return Math.clamp(actual * 1_000 / foreseen, 1, 1_000_000);
    }

    /** How the range turned out; null if there was none. */
    @Nullable
    Verdict verdict(Duration waited) {
        if (fromSeconds == null || toSeconds == null) {
            return null;
        }
        long seconds = Math.max(0, waited.toSeconds());
        if (seconds < fromSeconds) {
            return Verdict.SOONER;
        }
        return seconds <= toSeconds ? Verdict.INSIDE : Verdict.LATER;
    }

    /** A wait against the range that was told. */
    enum Verdict {
        SOONER,
        INSIDE,
        LATER
    }
}
