package io.dovira.command.footage;

import io.dovira.events.FootageId;
import io.dovira.events.footage.IntegrityFinding;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What is counted of footage. {@code dovira.footage.broken} above 0 is an alarm. Thread-safe. */
@Component
class FootageMeters {
    private final MeterRegistry meters;
    private final Set<FootageId> broken = ConcurrentHashMap.newKeySet();

    FootageMeters(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("dovira.footage.broken", broken, Set::size)
                .description("Segments whose content is changed or missing")
                .register(meters);
    }

    void checked(IntegrityFinding finding) {
        Counter.builder("dovira.footage.checks")
                .description("Files whose hash was computed again")
                .tag("finding", finding.name().toLowerCase(Locale.ROOT))
                .register(meters)
                .increment();
    }

    void purged() {
        Counter.builder("dovira.footage.purged")
                .description("Segments whose retention ended and whose content was deleted")
                .register(meters)
                .increment();
    }

    /** What one whole round found. */
    void broken(Set<FootageId> found) {
        broken.retainAll(found);
        broken.addAll(found);
    }

    void brokenNow(FootageId found) {
        broken.add(found);
    }

    int broken() {
        return broken.size();
    }
}
