package io.dovira.query.interactions;

import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import java.time.Duration;

/**
 * When a fact counts as recorded late: the time of typing is not the time of the deed, and somebody should look. Part of the fold's version:
 * another threshold marks other interactions.
 */
final class Lateness {
    static final Duration THRESHOLD = Duration.ofMinutes(5);

    private Lateness() {}

    static boolean isLate(Recorded<?> recorded) {
        return isLate(recorded.meta().origin(), recorded.recordLag());
    }

    /** Only what people record can be late: imported and simulated history happened before anybody could have told us. */
    static boolean isLate(Origin origin, Duration lag) {
        return origin == Origin.LIVE && lag.compareTo(THRESHOLD) > 0;
    }
}
