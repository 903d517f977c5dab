package io.dovira.query.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last entries of one person in one unit, and the batch that they make, if they do.
 *
 * @param recent those that may still belong to one batch with the next, in the order of recording
 * @param batch key of the batch that the last entry belongs to; null if it belongs to none
 */
record Typing(List<Typed> recent, @Nullable String batch) {

    /** An entry: in which record, when it was recorded and when it happened. */
    record Typed(long position, String custody, Instant recordedAt, Instant occurredAt) {}

    static final Typing NOTHING = new Typing(List.of(), null);

    Typing {
        recent = List.copyOf(recent);
    }

    /**
     * With one more entry. A batch is what was typed together but did not happen together: what happens within the window may be typed within it.
     */
    Typing after(Typed typed, Thresholds.Batch rule, String key) {
        List<Typed> kept = new ArrayList<>();
        boolean goesOn = batch != null
                && !recent.isEmpty()
                && within(rule.window(), recent.getLast().recordedAt(), typed.recordedAt());
        for (Typed each : recent) {
            if (goesOn || within(rule.window(), each.recordedAt(), typed.recordedAt())) {
                kept.add(each);
            }
        }
        kept.add(typed);
        boolean isBatch =
                goesOn || (kept.size() >= rule.entries() && !within(rule.window(), earliest(kept), latest(kept)));
        return new Typing(kept, isBatch ? Objects.requireNonNullElse(goesOn ? batch : null, key) : null);
    }

    private static boolean within(Duration window, Instant from, Instant to) {
        return Duration.between(from, to).compareTo(window) <= 0;
    }

    static Instant earliest(List<Typed> all) {
        return all.stream().map(Typed::occurredAt).min(Instant::compareTo).orElseThrow();
    }

    static Instant latest(List<Typed> all) {
        return all.stream().map(Typed::occurredAt).max(Instant::compareTo).orElseThrow();
    }
}
