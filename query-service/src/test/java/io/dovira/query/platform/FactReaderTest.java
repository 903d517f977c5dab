package io.dovira.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.OfficeId;
import io.dovira.events.QueueId;
import io.dovira.events.VisitId;
import io.dovira.events.queues.QueueObserved;
import io.dovira.events.tickets.TicketNumberDrawn;
import io.dovira.eventstore.log.StoredEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class FactReaderTest {
    private static final OfficeId OFFICE = new OfficeId("lviv-03");

    @Test
    void readsAnOldRevisionAsTheFactOfToday() {
        StoredEvent queue = recorded(
                "queue.queue-observed",
                1,
                "{office: 'lviv-03', queue: 'k', name: {pl: 'Kasa'}, waiting: 3, openDesks: 1, serviceMinutes: 10}");
        StoredEvent number = recorded(
                "ticket.number-drawn",
                1,
                "{office: 'lviv-03', day: {$date: '2026-03-02T00:00:00Z'}, number: 42, visit: 'v1'}");

        assertThat(FactReader.read(queue).fact())
                .isEqualTo(new QueueObserved(OFFICE, new QueueId("k"), Map.of("pl", "Kasa"), 3, 1, null, 600));
        assertThat(FactReader.read(number).fact())
                .isEqualTo(new TicketNumberDrawn(OFFICE, LocalDate.parse("2026-03-02"), 42, new VisitId("v1")));
    }

    @Test
    void refusesARevisionThatIsNewerThanThisService() {
        StoredEvent queue = recorded("queue.queue-observed", 3, "{office: 'lviv-03'}");

        assertThatThrownBy(() -> FactReader.read(queue))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("revision 3");
    }

    private static StoredEvent recorded(String type, int revision, String payload) {
        Instant at = Instant.parse("2026-03-02T08:00:00Z");
        return new StoredEvent(
                1, at, "e", type, revision, "s", 0, at, List.of(), BsonDocument.parse(payload), new BsonDocument());
    }
}
