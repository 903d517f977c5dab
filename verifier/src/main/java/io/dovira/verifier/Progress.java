package io.dovira.verifier;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Tells every two seconds that it goes on, and at the end how fast it was. */
final class Progress {

    private static final long EVERY = TimeUnit.SECONDS.toNanos(2);

    private final PrintStream to;
    private final long began = System.nanoTime();
    private long next = began + EVERY;

    Progress(PrintStream to) {
        this.to = to;
    }

    void at(long events) {
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + EVERY;
            to.println(line(events, now));
        }
    }

    void end(long events) {
        to.println(line(events, System.nanoTime()));
    }

    private String line(long events, long now) {
        double seconds = (now - began) / 1e9;
        return String.format(
                Locale.ROOT, "%,d events in %.1f s, %,.0f/s", events, seconds, events / Math.max(seconds, 1e-3));
    }
}
