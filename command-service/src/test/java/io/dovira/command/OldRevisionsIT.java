package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.command.identity.TestIssuer;
import io.dovira.command.platform.FactCodec;
import io.dovira.events.OfficeId;
import io.dovira.events.QueueId;
import io.dovira.events.VisitId;
import io.dovira.events.queues.QueueObserved;
import io.dovira.events.tickets.TicketNumberDrawn;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.log.StoredEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What an earlier version of the service recorded, in the log of this one. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class OldRevisionsIT {
    private static final OfficeId OFFICE = new OfficeId("lviv-03");

    @Autowired
    private EventLog log;

    @Autowired
    private EventStore events;

    @Test
    void areFactsOfTodayForAxon() {
        String stream = TicketNumberDrawn.stream(OFFICE, LocalDate.parse("2026-03-02"));
        recorded(
                "ticket.number-drawn",
                1,
                stream,
                "{office: 'lviv-03', day: {$date: '2026-03-02T00:00:00Z'}, number: 42, visit: 'v1'}");

        assertThat(events.readEvents(stream).asStream().<Object>map(DomainEventMessage::getPayload))
                .containsExactly(new TicketNumberDrawn(OFFICE, LocalDate.parse("2026-03-02"), 42, new VisitId("v1")));
    }

    @Test
    void areFactsOfTodayForWhatReadsTheLogItself() {
        StoredEvent event = recorded(
                "queue.queue-observed",
                1,
                QueueObserved.stream(OFFICE),
                "{office: 'lviv-03', queue: 'k', name: {pl: 'Kasa'}, waiting: 3, openDesks: 1, serviceMinutes: 10}");

        assertThat(FactCodec.decode(event).fact())
                .isEqualTo(new QueueObserved(OFFICE, new QueueId("k"), Map.of("pl", "Kasa"), 3, 1, null, 600));
    }

    @Test
    void areRefusedWhenTheyAreNewerThanThisService() {
        StoredEvent event = recorded("queue.queue-observed", 3, "queues-tomorrow", "{office: 'tomorrow'}");

        assertThatThrownBy(() -> FactCodec.decode(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("revision 3");
    }

    private StoredEvent recorded(String type, int revision, String stream, String payload) {
        String id = UUID.randomUUID().toString();
        log.append(List.of(new NewEvent(
                id,
                type,
                revision,
                stream,
                0,
                Instant.parse("2026-03-02T08:00:00Z"),
                List.of(),
                BsonDocument.parse(payload),
                new BsonDocument())));
        return log.find(List.of(id)).getFirst();
    }
}
