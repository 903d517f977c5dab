package io.dovira.eventstore.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the log tells about itself. Histograms with fixed buckets, so that several processes add up; no ids in tags. */
final class LogMeters {

    private final Timer append;
    private final DistributionSummary group;
    private final Counter streamConflicts;
    private final Counter positionConflicts;
    private final Counter duplicateIds;
    private final Counter unavailable;
    private final AtomicLong head = new AtomicLong();

    LogMeters(@Nullable MeterRegistry given) {
        MeterRegistry registry = Objects.requireNonNullElseGet(given, CompositeMeterRegistry::new);
        this.append = Timer.builder("dovira.log.append")
                .description("From handing over an append to its acknowledgement")
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(registry);
        this.group = DistributionSummary.builder("dovira.log.group")
                .description("Appends that went out together")
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024)
                .register(registry);
        this.streamConflicts = conflicts(registry, "stream");
        this.positionConflicts = conflicts(registry, "position");
        this.duplicateIds = conflicts(registry, "event-id");
        this.unavailable = Counter.builder("dovira.log.unavailable")
                .description("Appends that failed because the database did not answer or refused")
                .register(registry);
        Gauge.builder("dovira.log.head", head, AtomicLong::get)
                .description("The last position that this process knows of")
                .strongReference(true)
                .register(registry);
    }

    private static Counter conflicts(MeterRegistry registry, String kind) {
        return Counter.builder("dovira.log.conflicts")
                .description(
                        "stream: an append lost its place; position: a writer re-read the head; event-id: a refused double")
                .tag("kind", kind)
                .register(registry);
    }

    void grouped(int appends) {
        group.record(appends);
    }

    void appended(Pending pending) {
        append.record(pending.ageNanos(), TimeUnit.NANOSECONDS);
    }

    void positionConflict() {
        positionConflicts.increment();
    }

    void failed(LogException reason) {
        switch (reason) {
            case StreamConflict ignored -> streamConflicts.increment();
            case DuplicateEventId ignored -> duplicateIds.increment();
            case LogUnavailable ignored -> unavailable.increment();
            case LogDamaged ignored -> unavailable.increment();
        }
    }

    void headAt(long position) {
        head.accumulateAndGet(position, Math::max);
    }
}
