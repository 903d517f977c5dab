package io.dovira.eventstore.log;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a process uses the log. Correctness depends on none of it.
 *
 * @param clock tells recordedAt; a clock that steps back never makes recordedAt decrease
 * @param meters where the meters of the log go, null for nowhere
 * @param patience how long the writer tries again when the database does not answer, before the append fails
 * @param recentEvents how many of the newest events stay in memory for the readers at the head
 * @param shortestPoll how soon the tailer looks again after it found something
 * @param longestPoll how long the tailer waits when nothing comes; the worst delay of an event of another process
 */
public record LogOptions(
        Clock clock,
        @Nullable MeterRegistry meters,
        Duration patience,
        int recentEvents,
        Duration shortestPoll,
        Duration longestPoll) {

    public LogOptions {
        if (recentEvents < 1) {
            throw new IllegalArgumentException("recentEvents must be positive: " + recentEvents);
        }
        if (patience.isNegative() || !shortestPoll.isPositive() || longestPoll.compareTo(shortestPoll) < 0) {
            throw new IllegalArgumentException("patience must not be negative, and 0 < shortestPoll <= longestPoll");
        }
    }

    public static LogOptions defaults() {
        return new LogOptions(
                Clock.systemUTC(), null, Duration.ofSeconds(15), 16_384, Duration.ofMillis(2), Duration.ofMillis(25));
    }

    public LogOptions withClock(Clock newClock) {
        return new LogOptions(newClock, meters, patience, recentEvents, shortestPoll, longestPoll);
    }

    public LogOptions withMeters(MeterRegistry newMeters) {
        return new LogOptions(clock, newMeters, patience, recentEvents, shortestPoll, longestPoll);
    }

    public LogOptions withPatience(Duration newPatience) {
        return new LogOptions(clock, meters, newPatience, recentEvents, shortestPoll, longestPoll);
    }

    public LogOptions withRecentEvents(int newRecentEvents) {
        return new LogOptions(clock, meters, patience, newRecentEvents, shortestPoll, longestPoll);
    }

    public LogOptions withPolls(Duration newShortest, Duration newLongest) {
        return new LogOptions(clock, meters, patience, recentEvents, newShortest, newLongest);
    }
}
