package io.dovira.eventstore.seal;

import java.time.Clock;
import java.time.Duration;

/**
 * @param clock tells when a head was published
 * @param interval how long events are gathered for one head
 * @param most events that go into one head; it is published as soon as they are there
 */
public record SealOptions(Clock clock, Duration interval, int most) {

    public SealOptions {
        if (!interval.isPositive() || most < 1) {
            throw new IllegalArgumentException("interval and most must be positive");
        }
    }

    public static SealOptions defaults(Clock clock) {
        return new SealOptions(clock, Duration.ofSeconds(1), 65_536);
    }
}
