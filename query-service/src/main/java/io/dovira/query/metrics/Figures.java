package io.dovira.query.metrics;

import java.time.Duration;

/**
 * The entries of one measure in one cell, every one of them: so that each can be taken out again exactly, and any range of arrivals be cut.
 *
 * @param finished those with a duration
 * @param open those not finished; instead of a duration, how long after the arrival they began
 * @param excluded those whose duration is negative; which of them are on time depends on it
 * @param closed those that were closed without an outcome, as those that are open; they enter no average, but somebody may want to know how many
 */
record Figures(Entries finished, Entries open, Entries excluded, Entries closed) {

    static final Figures NONE = new Figures(Entries.NONE, Entries.NONE, Entries.NONE, Entries.NONE);

    private interface Step {
        Entries from(Entries entries, long arrived, long took, long limit);
    }

    Figures plus(Contribution contribution) {
        return changed(contribution, Entries::plus);
    }

    /** @throws IllegalStateException if it is not there: a contribution that was never added is about to be taken out */
    Figures minus(Contribution contribution) {
        return changed(contribution, Entries::minus);
    }

    private Figures changed(Contribution contribution, Step step) {
        long at = contribution.arrived().toEpochMilli();
        Duration duration = contribution.took();
        Duration most = contribution.limit();
        long limit = most == null ? Entries.NO_LIMIT : most.toMillis();
        long after = contribution.after().toMillis();
        if (contribution.closed()) {
            return new Figures(finished, open, excluded, step.from(closed, at, after, limit));
        }
        if (duration == null) {
            return new Figures(finished, step.from(open, at, after, limit), excluded, closed);
        }
        long took = duration.toMillis();
        return duration.isNegative()
                ? new Figures(finished, open, step.from(excluded, at, took, limit), closed)
                : new Figures(step.from(finished, at, took, limit), open, excluded, closed);
    }
}
