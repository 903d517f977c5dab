package io.dovira.command.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.command.platform.Append;
import io.dovira.command.platform.Checkpoints;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.NewFact;
import io.dovira.command.platform.Recorder;
import io.dovira.events.CustodyId;
import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.PersonId;
import io.dovira.events.TimeQuality;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.HealthFact.Fitness;
import io.dovira.events.custody.HealthFact.MedicalExamined;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogFilter;
import io.dovira.eventstore.log.StoredEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A watcher on a machine whose clock is ten minutes ahead, beside one on a machine whose clock is right. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class WrongClockIT {
    private static final CustodyId CUSTODY = new CustodyId("fast-clock");

    @Autowired
    private EventLog log;

    @Autowired
    private Recorder recorder;

    @Autowired
    private Checkpoints checkpoints;

    @Test
    void recordsNoBreachBeforeTheDutyRanOut() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant due = now.plusSeconds(3);
        ObligationWatcher fast = new ObligationWatcher(
                log, recorder, checkpoints, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)));
        fast.start();
        try {
            record(
                    now,
                    new PersonApprehended(
                            CUSTODY,
                            new PersonId("p-1"),
                            new OfficeId("unit-3"),
                            DetentionGround.WITHOUT_RULING,
                            false,
                            false),
                    new MedicalExamined(CUSTODY, Fitness.UNFIT),
                    new ClockStarted(CUSTODY, Duty.HOSPITAL, now, due, "custody-hospital@1"));
            await().atMost(Duration.ofSeconds(30)).until(() -> !breaches().isEmpty());
        } finally {
            fast.stop();
        }

        assertThat(breaches())
                .singleElement()
                .satisfies(breach -> assertThat(breach.recordedAt()).isAfter(due));
    }

    private void record(Instant at, Fact... facts) {
        Meta meta = new Meta("p-1", "custody", "c-1", null, "unit-3", TimeQuality.EXACT, Origin.LIVE);
        List<NewFact> all = new ArrayList<>();
        for (Fact fact : facts) {
            all.add(new NewFact(EventIds.of(CUSTODY + "/" + all.size()), at, fact, meta));
        }
        recorder.record(List.of(new Append(CUSTODY.stream(), 0, all)));
    }

    private List<StoredEvent> breaches() {
        List<StoredEvent> found = new ArrayList<>();
        log.read(0, LogFilter.types("obligation.obligation-breached")).forEachRemaining(event -> {
            if (event.payload().getString("subject").getValue().equals(CUSTODY.stream())) {
                found.add(event);
            }
        });
        return found;
    }
}
