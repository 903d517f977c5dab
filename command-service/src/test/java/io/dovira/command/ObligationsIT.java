package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dovira.command.identity.TestIssuer;
import io.dovira.command.platform.Append;
import io.dovira.command.platform.Checkpoints;
import io.dovira.command.platform.Checkpoints.Checkpoint;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.NewFact;
import io.dovira.command.platform.Outcome;
import io.dovira.command.platform.Recorder;
import io.dovira.events.CameraId;
import io.dovira.events.CustodyId;
import io.dovira.events.Fact;
import io.dovira.events.FootageId;
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
import io.dovira.events.custody.LocationFact.Destination;
import io.dovira.events.custody.LocationFact.TakenOut;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.events.footage.SegmentRecorded;
import io.dovira.events.obligations.Ledger;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogFilter;
import io.dovira.eventstore.log.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Breaches of duties become facts: once, whoever watches, whenever services come and go. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
@ExtendWith(OutputCaptureExtension.class)
class ObligationsIT {
    private static final String BREACHED = "obligation.obligation-breached";
    private static final String OFFICE = "unit-3";

    @Autowired
    private EventLog log;

    @Autowired
    private Recorder recorder;

    @Autowired
    private Checkpoints checkpoints;

    @Autowired
    private Environment environment;

    /** Of the facts that are recorded. */
    private Meta meta = new Meta("p-1", "custody", "c-1", null, OFFICE, TimeQuality.EXACT, Origin.LIVE);

    @Test
    void recordsABreachOnceHoweverManyServicesWatchAndAreRestarted(CapturedOutput output) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (SecondService second = SecondService.beside(environment);
                SecondService third = SecondService.beside(environment)) {
            assertThat(second.port()).isNotEqualTo(third.port());
            unfit("twice", now, now.plusSeconds(1));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !breaches("twice").isEmpty());
        }
        Checkpoint kept = await().atMost(Duration.ofSeconds(20))
                .until(() -> checkpoints.find("obligations"), Optional::isPresent)
                .orElseThrow();
        assertThat(kept.rules()).isEqualTo(Ledger.RULES);
        assertThat(log.event(kept.position()).orElseThrow().id()).isEqualTo(kept.event());
        try (SecondService again = SecondService.beside(environment)) {
            assertThat(again.port()).isPositive();
            // What it records after that proves that it has come past the first.
            unfit("after", now, now.plusSeconds(2));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !breaches("after").isEmpty());
        }

        assertThat(breaches("twice")).hasSize(1).allSatisfy(event -> {
            assertThat(event.occurredAt()).isEqualTo(now.plusSeconds(1).plusMillis(1));
            assertThat(event.meta().getString("office").getValue()).isEqualTo(OFFICE);
            assertThat(event.payload().getString("policy").getValue()).isEqualTo("custody-hospital@1");
            assertThat(event.recordedAt()).isAfterOrEqualTo(event.occurredAt());
        });
        assertThat(breaches("after")).hasSize(1);
        assertThat(output).as("that a service is stopped is no trouble").doesNotContain("the watch begins again");
    }

    /** Of another log, of other rules, or beyond the end: nobody is forgotten for it. */
    @Test
    void trustsNoCheckpointThatIsNotOfThisLogAndTheseRules() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        unfit("kept", now, now.plusSeconds(3));
        long head = log.head();
        String there = log.event(head).orElseThrow().id();
        for (Checkpoint wrong : List.of(
                new Checkpoint(Ledger.RULES, head, "of another log", List.of()),
                new Checkpoint(Ledger.RULES + 1, head, there, List.of()),
                new Checkpoint(Ledger.RULES, head + 1_000_000, there, List.of()))) {
            checkpoints.forget("obligations");
            checkpoints.save("obligations", wrong);
            try (SecondService another = SecondService.beside(environment)) {
                assertThat(another.port()).isPositive();
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> checkpoints
                                .find("obligations")
                                .filter(each -> !each.equals(wrong))
                                .isPresent());
            }
            assertThat(checkpoints.find("obligations").orElseThrow().rules()).isEqualTo(Ledger.RULES);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> !breaches("kept").isEmpty());
        assertThat(breaches("kept")).hasSize(1);
    }

    @Test
    void recordsNoBreachOfWhatWasMetInTime() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        unfit("met", now, now.plusSeconds(1));
        record("met", 3, now.plusMillis(10), new TakenOut(new CustodyId("met"), Destination.HOSPITAL));
        unfit("missed", now, now.plusSeconds(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> !breaches("missed").isEmpty());

        assertThat(breaches("met")).isEmpty();
    }

    @Test
    void recordsWhatRanOutLongAgoWhenItLearnsOfIt() {
        Instant longAgo = Instant.parse("2025-03-02T10:00:00Z");
        unfit("old", longAgo, longAgo.plusSeconds(300));

        await().atMost(Duration.ofSeconds(20)).until(() -> !breaches("old").isEmpty());

        assertThat(breaches("old").getFirst().occurredAt())
                .isEqualTo(longAgo.plusSeconds(300).plusMillis(1));
    }

    /** The check failed two days ago, and the house allows one; another one failed as long ago, and the file came back. */
    @Test
    void recordsOnceThatFootageWasNeitherRestoredNorExplained() {
        Instant failed = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(2));
        FootageId restored = new FootageId("restored");
        FootageId lost = new FootageId("lost");
        try (SecondService second = SecondService.beside(environment)) {
            assertThat(second.port()).isPositive();
            for (FootageId id : List.of(restored, lost)) {
                String sha256 = "ab".repeat(32);
                List<Fact> facts = new ArrayList<>(List.of(
                        new SegmentRecorded(
                                id,
                                new CameraId("cell"),
                                new OfficeId(OFFICE),
                                "cell",
                                CameraArea.CUSTODY,
                                failed.minusSeconds(900),
                                failed,
                                "custody"),
                        new SegmentIngested(id, sha256, 9, "video/mp4", null, "x", null, null),
                        new IntegrityChecked(id, sha256, false, IntegrityFinding.MISSING, null)));
                if (id.equals(restored)) {
                    facts.add(new IntegrityChecked(id, sha256, true, IntegrityFinding.MATCHES, null));
                }
                recordIn(id.stream(), 0, failed, facts.toArray(Fact[]::new));
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !breachesOf(lost.stream()).isEmpty());
        }

        assertThat(breachesOf(restored.stream())).isEmpty();
        assertThat(breachesOf(lost.stream())).singleElement().satisfies(event -> {
            assertThat(event.occurredAt())
                    .isEqualTo(failed.plus(Duration.ofDays(1)).plusMillis(1));
            assertThat(event.payload().getString("policy").getValue()).isEqualTo("footage-integrity@1");
            assertThat(event.meta().getString("office").getValue()).isEqualTo(OFFICE);
        });
    }

    /** It is told in parts; what comes a little later may tell that the duty was met. */
    @Test
    void doesNotJudgeAHistoryWhileMoreOfItComes() {
        Instant longAgo = Instant.parse("2025-03-02T10:00:00Z");
        meta = new Meta("p-1", "custody", "c-1", null, OFFICE, TimeQuality.EXACT, Origin.SIMULATED).asHistory();
        unfit("told", longAgo, longAgo.plusSeconds(300));
        unfit("never", longAgo, longAgo.plusSeconds(300));
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(9))
                .until(() -> breaches("told").isEmpty() && breaches("never").isEmpty());
        record("told", 3, longAgo.plusSeconds(10), new TakenOut(new CustodyId("told"), Destination.HOSPITAL));

        await().atMost(Duration.ofSeconds(40)).until(() -> !breaches("never").isEmpty());

        assertThat(breaches("told")).isEmpty();
    }

    private void unfit(String custody, Instant at, Instant due) {
        CustodyId id = new CustodyId(custody);
        record(
                custody,
                0,
                at,
                new PersonApprehended(
                        id, new PersonId("p-1"), new OfficeId(OFFICE), DetentionGround.WITHOUT_RULING, false, false),
                new MedicalExamined(id, Fitness.UNFIT),
                new ClockStarted(id, Duty.HOSPITAL, at, due, "custody-hospital@1"));
    }

    private void record(String custody, int sequence, Instant at, Fact... facts) {
        recordIn(new CustodyId(custody).stream(), sequence, at, facts);
    }

    private void recordIn(String stream, int sequence, Instant at, Fact... facts) {
        List<NewFact> all = new ArrayList<>();
        for (Fact fact : facts) {
            all.add(new NewFact(EventIds.of(stream + "/" + sequence + "/" + all.size()), at, fact, meta));
        }
        List<Outcome> outcomes = recorder.record(List.of(new Append(stream, sequence, all)));
        assertThat(outcomes).allMatch(outcome -> outcome instanceof Outcome.Done);
    }

    private List<StoredEvent> breaches(String custody) {
        return breachesOf(new CustodyId(custody).stream());
    }

    private List<StoredEvent> breachesOf(String subject) {
        List<StoredEvent> found = new ArrayList<>();
        log.read(0, LogFilter.types(BREACHED)).forEachRemaining(event -> {
            if (event.payload().getString("subject").getValue().equals(subject)) {
                found.add(event);
            }
        });
        return found;
    }
}
