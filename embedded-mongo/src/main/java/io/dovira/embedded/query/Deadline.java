package io.dovira.embedded.query;

import java.time.Duration;
import java.util.function.Supplier;

/** The time a command may take ({@code maxTimeMS}), checked wherever documents are read. */
public final class Deadline {

    private static final ScopedValue<Long> NANOS = ScopedValue.newInstance();

    private Deadline() {}

    /** Runs a command that is refused with error 50 once it has read for longer. */
    public static <T> T within(Duration time, Supplier<T> command) {
        return ScopedValue.where(NANOS, System.nanoTime() + time.toNanos()).call(command::get);
    }

    static void check() {
        if (NANOS.isBound() && System.nanoTime() - NANOS.get() > 0) {
            throw Refusal.of(50, "MaxTimeMSExpired", "operation exceeded time limit");
        }
    }
}
