package io.dovira.command.footage;

import io.dovira.events.footage.IntegrityFinding;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What is counted of footage. {@code dovira.footage.broken} above 0 is an alarm. Thread-safe. */
@Component
class FootageMeters {
    private final MeterRegistry meters;
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

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

    /** Which were broken when they were looked at last. */
    void broken(Collection<String> streams) {
        broken.retainAll(Set.copyOf(streams));
        broken.addAll(streams);
    }

    void brokenNow(String stream) {
        broken.add(stream);
    }

    int broken() {
        return broken.size();
    }
}
