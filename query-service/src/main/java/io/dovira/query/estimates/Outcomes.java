package io.dovira.query.estimates;

import io.dovira.events.Origin;
import io.dovira.query.estimates.Estimate.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How the estimates of an office turned out that were told on one local day.
 *
 * @param day {@code 2026-11-23}, of the beginning of the wait
 * @param inside called within the range
 * @param sooner called before it
 * @param later called after it
 * @param untold called, and no range had been told: nobody worked, or too little was known
 * @param left gone before a call, though a range had been told: nobody knows how it would have turned out
 * @param widthSeconds sum of the ranges of those who were called: a range that is always right because it is endless helps nobody
 */
record Outcomes(
        String office,
        String day,
        Origin origin,
        int inside,
        int sooner,
        int later,
        int untold,
        int left,
        long widthSeconds) {

    static String key(String office, String day, Origin origin) {
        return office + "/" + day + "/" + origin;
    }

    static Outcomes none(String office, String day, Origin origin) {
        return new Outcomes(office, day, origin, 0, 0, 0, 0, 0, 0);
    }

    Outcomes called(@Nullable Estimate estimate, @Nullable Verdict verdict) {
        long width = estimate == null || estimate.fromSeconds() == null || estimate.toSeconds() == null
                ? 0
                : estimate.toSeconds() - (long) estimate.fromSeconds();
        return new Outcomes(
                office,
                day,
                origin,
                inside + (verdict == Verdict.INSIDE ? 1 : 0),
                sooner + (verdict == Verdict.SOONER ? 1 : 0),
                later + (verdict == Verdict.LATER ? 1 : 0),
                untold + (verdict == null ? 1 : 0),
                left,
                widthSeconds + width);
    }

    Outcomes gone() {
        return new Outcomes(office, day, origin, inside, sooner, later, untold, left + 1, widthSeconds);
    }

    /** Whose wait ended by a call after a range had been told. */
    int compared() {
        return inside + sooner + later;
    }

    /** The counts of both, under the name of this one. */
    Outcomes plus(Outcomes other) {
        return new Outcomes(
                office,
                day,
                origin,
                inside + other.inside,
                sooner + other.sooner,
                later + other.later,
                untold + other.untold,
                left + other.left,
                widthSeconds + other.widthSeconds);
    }
}
