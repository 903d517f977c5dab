package io.dovira.command.platform;

import java.time.Duration;

/** Fixed boundaries, so that histograms of several processes can be added up. */
final class Buckets {
    static final Duration[] DURATIONS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private Buckets() {}
}
