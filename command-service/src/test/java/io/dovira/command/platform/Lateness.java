package io.dovira.command.platform;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** How late the steps of a state machine's test are reported. */
public final class Lateness {
    private Lateness() {}

    /** Seconds between its happening and its report: most often none; negative for a clock that runs ahead, some by more than is believed. */
    public static Arbitrary<Integer> seconds() {
        return Arbitraries.frequency(
                Tuple.of(12, 0), Tuple.of(2, 15), Tuple.of(1, 400), Tuple.of(1, -10), Tuple.of(1, -400));
    }

    /** When a step is said to have happened. */
    public static Moment moment(Instant now, Duration late) {
        return late.isZero() ? Moment.now(now) : Moment.at(now, now.minus(late));
    }

    public static Moment moment(Instant now, int lateSeconds) {
        return moment(now, Duration.ofSeconds(lateSeconds));
    }
}
