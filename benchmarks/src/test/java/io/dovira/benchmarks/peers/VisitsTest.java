package io.dovira.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VisitsTest {

    private static final int SOME = 20_000;
    private static final int MOST_SENDERS = 256;

    private final List<VisitEvent> events = new Visits().next(SOME);

    @Test
    void every_stream_grows_by_one_from_nought() {
        Map<String, Long> next = new HashMap<>();

        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.sequence()).isEqualTo(next.merge(event.stream(), 1L, Long::sum) - 1));
    }

    @Test
    void senders_that_take_turns_never_hold_two_events_of_one_visit() {
        Map<String, Integer> last = new HashMap<>();
        int visits = firstVisit();
        for (int i = visits; i < events.size(); i++) {
            Integer before = last.put(events.get(i).stream(), i);
            if (before != null) {
                assertThat(i - before).isGreaterThan(MOST_SENDERS);
            }
        }
        assertThat(last).hasSizeGreaterThan(1_000);
    }

    private int firstVisit() {
        int at = 0;
        while (events.get(at).stream().startsWith("office")) {
            at++;
        }
        return at;
    }

    @Test
    void time_goes_on_and_ids_are_used_once() {
        assertThat(events).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(events.stream().map(VisitEvent::id).collect(Collectors.toSet()))
                .hasSize(SOME);
    }

    @Test
    void an_event_takes_about_400_bytes() {
        double mean = events.stream()
                .skip(firstVisit())
                .mapToInt(event -> RawDriver.encoded(RawDriver.event(event)).getByteLength())
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(380.0, 420.0);
    }

    @Test
    void every_contestant_gets_the_same_events() {
        assertThat(new Visits().next(SOME)).isEqualTo(events);
    }
}
