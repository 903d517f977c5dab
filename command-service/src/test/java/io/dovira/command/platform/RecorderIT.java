package io.dovira.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dovira.embedded.EmbeddedMongo;
import io.dovira.events.DeskId;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.StaffId;
import io.dovira.events.TimeQuality;
import io.dovira.events.VisitId;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecorderIT {
    private static final OfficeId OFFICE = new OfficeId("lviv-03");
    private static final DeskId DESK = new DeskId("2");
    private static final VisitId VISIT = new VisitId("v1");
    private static final Instant AT = Instant.parse("2026-03-02T07:00:00Z");
    private static final Meta META =
            new Meta("import", "manager", "run-1", null, OFFICE.value(), TimeQuality.EXACT, Origin.IMPORTED);

    private EmbeddedMongo server;
    private MongoClient client;
    private EventLog log;
    private Recorder recorder;

    @BeforeEach
    void open() {
        server = EmbeddedMongo.start(0, null);
        client = MongoClients.create(server.uri() + "/?retryWrites=false");
        log = EventLog.open(client.getDatabase("recorder"), LogOptions.defaults());
        recorder = new Recorder(log);
    }

    @AfterEach
    void close() {
        log.close();
        client.close();
        server.close();
    }

    @Test
    void recordsTheSameFactsOnceHoweverOftenTheyAreSent() {
        List<Append> appends = List.of(arrival("a"), call());

        List<Outcome> first = recorder.record(appends);
        List<Outcome> second = recorder.record(appends);

        assertThat(first).containsExactly(new Outcome.Done(1, 1, false), new Outcome.Done(2, 3, false));
        assertThat(second).containsExactly(new Outcome.Done(1, 1, true), new Outcome.Done(2, 3, true));
        assertThat(log.head()).isEqualTo(3);
    }

    @Test
    void failsOnlyTheAppendWhosePlaceIsTaken() {
        recorder.record(List.of(arrival("a")));

        List<Outcome> outcomes = recorder.record(List.of(arrival("b"), call()));

        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Taken.class);
        assertThat(outcomes.getLast()).isEqualTo(new Outcome.Done(2, 3, false));
    }

    @Test
    void givesBackWhatWasRecorded() {
        recorder.record(List.of(arrival("a"), call()));

        var called = FactCodec.decode(log.event(2).orElseThrow());

        assertThat(called.fact()).isEqualTo(new VisitorCalled(VISIT, 1, DESK, new StaffId("anna")));
        assertThat(called.stream()).isEqualTo("visit-v1");
        assertThat(called.sequence()).isEqualTo(1);
        assertThat(called.occurredAt()).isEqualTo(AT.plusSeconds(60));
        assertThat(called.meta()).isEqualTo(META);
    }

    @Test
    void refusesAnEmptyAppendAndRecordsNothing() {
        List<Append> appends = List.of(arrival("a"), new Append("visit-v2", 0, List.of()));

        assertThatThrownBy(() -> recorder.record(appends)).isInstanceOf(IllegalArgumentException.class);
        assertThat(log.head()).isZero();
    }

    private static Append arrival(String eventId) {
        return new Append(
                VISIT.stream(),
                0,
                List.of(new NewFact(
                        EventIds.of(eventId), AT, new VisitorArrived(VISIT, OFFICE, Channel.IN_PERSON, null), META)));
    }

    private static Append call() {
        Instant at = AT.plusSeconds(60);
        return new Append(List.of(
                new Append.Part(
                        VISIT.stream(),
                        1,
                        List.of(new NewFact(
                                EventIds.of("call"),
                                at,
                                new VisitorCalled(VISIT, 1, DESK, new StaffId("anna")),
                                META))),
                new Append.Part(
                        DeskFact.stream(OFFICE, DESK),
                        0,
                        List.of(new NewFact(
                                EventIds.of("engaged"), at, new DeskEngaged(OFFICE, DESK, VISIT, 1), META)))));
    }
}
