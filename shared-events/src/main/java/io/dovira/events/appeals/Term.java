package io.dovira.events.appeals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Until when a round has to be answered.
 *
 * @param dayZero local day from which it counts; day 1 is the next
 * @param policy the rule it rests on, as {@code id@version}
 * @param due last moment in time, with what the clock has stood still before it was said
 * @param pauses when the clock stood still, in order; the last may go on
 */
public record Term(LocalDate dayZero, String policy, Instant due, Change change, List<Pause> pauses) {

    /** What became of the term that the registration gave. */
    public enum Change {
        NONE,
        SHORTENED,
        EXTENDED
    }

    public Term {
        pauses = List.copyOf(pauses);
    }

    static Term of(LocalDate dayZero, String policy, Instant due) {
        return new Term(dayZero, policy, due, Change.NONE, List.of());
    }

    /** Since when the clock stands still; null while it runs. It stays so when the round ends before the applicant has replied. */
    public @Nullable Instant pausedAt() {
        return pauses.isEmpty() || pauses.getLast().until() != null
                ? null
                : pauses.getLast().from();
    }

    /** What the clock of the term shows at a moment: that moment, or when it was stopped. */
    public Instant clock(Instant now) {
        Instant paused = pausedAt();
        return paused == null || now.isBefore(paused) ? now : paused;
    }

    public boolean isOverAt(Instant now) {
        return clock(now).isAfter(due);
    }

    /** Somebody says another due moment; what the clock has stood still until then is in it. */
    Term changed(Instant at, String newPolicy, Instant newDue, Change how) {
        Term counted = pausedAt() == null ? this : resumed(at, due).paused(at);
        return new Term(dayZero, newPolicy, newDue, how, counted.pauses);
    }

    Term paused(Instant at) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(new Pause(at, null));
        return new Term(dayZero, policy, due, change, more);
    }

    Term resumed(Instant at, Instant newDue) {
        Instant paused = pausedAt();
        if (paused == null) {
            return this;
        }
        List<Pause> more = new ArrayList<>(pauses.subList(0, pauses.size() - 1));
        more.add(new Pause(paused, at));
        return new Term(dayZero, policy, newDue, change, more);
    }

    /** The round began on another day, by a correction. */
    Term from(LocalDate day, String newPolicy, Instant newDue) {
        return new Term(day, newPolicy, newDue, change, pauses);
    }
}
