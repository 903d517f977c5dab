package io.dovira.query.platform.projector;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What a projection tells about itself. Written by its thread, read by any. */
final class ProjectorMeters {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong position = new AtomicLong();
    private final AtomicLong lag = new AtomicLong();
    private final Counter events;
    private final Counter documents;
    private final DistributionSummary batch;
    private final Timer writing;

    private long windowBegan = System.nanoTime();
    private long windowEvents;
    private volatile double rate;

    ProjectorMeters(MeterRegistry registry, String projection) {
        Gauge.builder("dovira.projection.position", position, AtomicLong::doubleValue)
                .description("position to which the documents are complete")
                .tag("projection", projection)
                .register(registry);
        Gauge.builder("dovira.projection.lag", lag, AtomicLong::doubleValue)
                .description("facts still to come")
                .tag("projection", projection)
                .register(registry);
        this.events = Counter.builder("dovira.projection.events")
                .tag("projection", projection)
                .register(registry);
        this.documents = Counter.builder("dovira.projection.documents")
                .description("documents written")
                .tag("projection", projection)
                .register(registry);
        this.batch = DistributionSummary.builder("dovira.projection.batch")
                .description("facts per batch")
                .tag("projection", projection)
                .serviceLevelObjectives(1, 10, 100, 1_000)
                .register(registry);
        this.writing = Timer.builder("dovira.projection.flush")
                .description("from a batch read to its position stored")
                .tag("projection", projection)
                .serviceLevelObjectives(
                        Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(1))
                .register(registry);
    }

    void took(int facts, int written, long nanos) {
        events.increment(facts);
        documents.increment(written);
        batch.record(facts);
        writing.record(nanos, TimeUnit.NANOSECONDS);
        windowEvents += facts;
    }

    void at(long now, long head) {
        position.set(now);
        lag.set(Math.max(0, head - now));
        long elapsed = System.nanoTime() - windowBegan;
        if (elapsed > 2 * SECOND) {
            rate = windowEvents * (double) SECOND / elapsed;
            windowEvents = 0;
            windowBegan = System.nanoTime();
        }
    }

    double eventsPerSecond() {
        return rate;
    }

    void idle() {
        rate = 0;
        windowEvents = 0;
        windowBegan = System.nanoTime();
    }
}
