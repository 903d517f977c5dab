package io.dovira.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What writers were told, to be compared with what stands in the log. Thread-safe. */
final class History {

    /** An acknowledged append, and when it was on its way. */
    private record Told(List<NewEvent> events, Appended appended, long from, long to) {}

    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger conflicts = new AtomicInteger();

    void append(EventLog log, List<NewEvent> events) {
        long from = System.nanoTime();
        try {
            Appended appended = log.append(events);
            told.add(new Told(events, appended, from, System.nanoTime()));
        } catch (StreamConflict e) {
            conflicts.incrementAndGet();
        }
    }

    int conflicts() {
        return conflicts.get();
    }

    /** Dense, nothing lost, nothing doubled, streams without holes, and the order of positions is an order of real time. */
    void assertHolds(EventLog log, String as) {
        List<StoredEvent> all = new ArrayList<>();
        log.read(0).forEachRemaining(all::add);
        Set<String> ids = new HashSet<>();
        Map<String, Long> lastOfStream = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            StoredEvent event = all.get(i);
            assertThat(event.position()).as(as).isEqualTo(i + 1);
            assertThat(ids.add(event.id())).as(as).isTrue();
            assertThat(event.sequence()).as(as).isEqualTo(lastOfStream.getOrDefault(event.stream(), -1L) + 1);
            lastOfStream.put(event.stream(), event.sequence());
            if (i > 0) {
                assertThat(event.recordedAt())
                        .as(as)
                        .isAfterOrEqualTo(all.get(i - 1).recordedAt());
            }
        }
        int events = 0;
        for (Told each : told) {
            for (int i = 0; i < each.events().size(); i++) {
                StoredEvent stored = all.get((int) each.appended().firstPosition() - 1 + i);
                assertThat(stored.id()).as(as).isEqualTo(each.events().get(i).id());
                events++;
            }
        }
        assertThat(events).as("everything in the log was acknowledged, " + as).isEqualTo(all.size());
        assertLinear(as);
    }

    /** Nothing that was acknowledged before another append began stands behind it. */
    private void assertLinear(String as) {
        long earliestEndOfLater = Long.MAX_VALUE;
        List<Told> byPosition = told.stream()
                .sorted(Comparator.comparingLong((Told t) -> t.appended().firstPosition())
                        .reversed())
                .toList();
        for (Told each : byPosition) {
            assertThat(earliestEndOfLater).as(as).isGreaterThanOrEqualTo(each.from());
            earliestEndOfLater = Math.min(earliestEndOfLater, each.to());
        }
    }
}
