package io.dovira.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.Fact;
import io.dovira.events.appeals.ReceiptCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpcastsTest {

    @Test
    void hasAStepForEveryRevisionOfEveryFact() {
        for (Class<? extends Fact> type : Facts.all()) {
            assertThat(Upcasts.newest(Facts.nameOf(type)))
                    .as(Facts.nameOf(type))
                    .isEqualTo(Facts.revisionOf(type));
        }
    }

    @Test
    void keepsFieldsInTheirPlaces() {
        Map<String, Object> upcast = Upcasts.toNewest(
                "queue.queue-observed",
                1,
                new java.util.TreeMap<>(Map.of("queue", "q", "serviceMinutes", 2, "waiting", 5)));

        assertThat(List.copyOf(upcast.entrySet()))
                .containsExactly(Map.entry("queue", "q"), Map.entry("serviceSeconds", 120), Map.entry("waiting", 5));
    }

    @Test
    void leavesUnknownWhatWasUnknown() {
        assertThat(Upcasts.toNewest("queue.queue-observed", 1, Map.of("waiting", 5)))
                .containsExactly(Map.entry("waiting", 5));
    }

    @Test
    void leavesTheNewestAndWhatNobodyKnowsAsTheyAre() {
        Map<String, Object> payload = Map.of("serviceMinutes", 2);

        assertThat(Upcasts.toNewest("queue.queue-observed", 2, payload)).isEqualTo(payload);
        assertThat(Upcasts.toNewest("queue.queue-observed", 3, payload)).isEqualTo(payload);
        assertThat(Upcasts.toNewest("queue.queue-observed", 0, payload)).isEqualTo(payload);
        assertThat(Upcasts.toNewest("queue.queue-vanished", 1, payload)).isEqualTo(payload);
    }

    @Test
    void takesADayFromItsFirstInstant() {
        assertThat(Upcasts.toNewest("ticket.number-drawn", 1, Map.of("day", Instant.parse("2026-03-02T00:00:00Z"))))
                .containsExactly(Map.entry("day", "2026-03-02"));
    }

    @Test
    void keepsTheDigestOfAReceiptThatStoodInClear() {
        assertThat(Upcasts.toNewest("appeal.appeal-lodged", 1, Map.of("receipt", "7K2QF0M9XATB4ZC8WD1N")))
                .containsExactly(Map.entry(
                        "receipt",
                        new ReceiptCode("7K2QF-0M9XA-TB4ZC-8WD1N").digest().value()));
    }

    @Test
    void refusesWhatTheOldRevisionNeverWrote() {
        assertThatThrownBy(() -> Upcasts.toNewest("queue.queue-observed", 1, Map.of("serviceMinutes", "two")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("serviceMinutes");
        assertThatThrownBy(() -> Upcasts.toNewest("ticket.number-drawn", 1, Map.of("day", "2026-03-02")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("day");
    }
}
