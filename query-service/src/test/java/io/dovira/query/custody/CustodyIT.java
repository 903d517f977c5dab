package io.dovira.query.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.CellId;
import io.dovira.events.CustodyId;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.PersonId;
import io.dovira.events.Recorded;
import io.dovira.events.TimeQuality;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.CareFact.Observation;
import io.dovira.events.custody.CustodyField;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.HealthFact.Fitness;
import io.dovira.events.custody.HealthFact.MedicalExamined;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.custody.RecordFact.Purpose;
import io.dovira.events.custody.RecordFact.RecordAccessed;
import io.dovira.events.custody.RecordFact.ReleaseGround;
import io.dovira.events.custody.UnitFact.HandoverOffered;
import io.dovira.events.custody.UnitFact.PersonAdmitted;
import io.dovira.events.custody.UnitFact.ShiftHandedOver;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.PolicyFact;
import io.dovira.eventstore.log.EventLog;
import io.dovira.query.pages.RealService;
import io.dovira.query.service.Api;
import io.dovira.query.service.Api.Answer;
import io.dovira.query.story.StoredStory;
import io.dovira.query.story.Story;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole service over the wire: two persons in Lviv, one in Kyiv, one who is free. The log learns of all of it now. */
@RealService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "test.log-of=custody")
@DirtiesContext
class CustodyIT {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final EventLog log;

    @LocalServerPort
    private int port;

    @Autowired
    CustodyIT(EventLog log) {
        this.log = log;
    }

    @BeforeAll
    void record() {
        Story story = new Story();
        BuiltInPolicies.facts().stream()
                .filter(fact -> fact instanceof PolicyFact)
                .forEach(fact -> story.happens(now.minusSeconds(90_000), fact));
        story.office("lviv", "police", "west", "Europe/Kyiv");
        story.office("kyiv", "police", "centre", "Europe/Kyiv");
        stay(story, "c1", "lviv", now.minusSeconds(36_000));
        stay(story, "c2", "lviv", now.minusSeconds(20_000));
        stay(story, "c3", "kyiv", now.minusSeconds(10_000));
        stay(story, "c4", "lviv", now.minusSeconds(50_000));
        CustodyId c1 = new CustodyId("c1");
        for (int i = 6; i > 0; i--) {
            story.happens(now.minusSeconds(3600L * i), new CellVisitDone(c1, Observation.GENERAL, false));
        }
        story.happens(
                now,
                new EntryCorrected(
                        c1,
                        "event-" + story.facts().size(),
                        CustodyField.LAST_VISIT_AT,
                        now.minusSeconds(3600).toString(),
                        now.minusSeconds(3000).toString(),
                        "camera",
                        null,
                        null));
        story.happens(now, new PersonReleased(new CustodyId("c4"), ReleaseGround.COURT));
        story.happens(now, new HandoverOffered(new OfficeId("lviv"), 1, "p-7"));
        story.happens(now, new ShiftHandedOver(new OfficeId("lviv"), 1, "p-7", "p-8", 2));
        story.happens(now, new HandoverOffered(new OfficeId("lviv"), 2, "p-8"));
        story.office("odesa", "police", "south", "Europe/Kyiv").backfilled(true);
        left(story, "c5", now.minusSeconds(90_000));
        left(story, "c6", now.minusSeconds(3600));
        log.append(story.facts().stream().map(StoredStory::toAppend).toList());
    }

    private static void stay(Story story, String custody, String unit, Instant at) {
        CustodyId id = new CustodyId(custody);
        OfficeId office = new OfficeId(unit);
        PersonId person = new PersonId("p-" + custody);
        story.happens(at, new PersonApprehended(id, person, office, DetentionGround.WITHOUT_RULING, false, false));
        story.happens(
                at, new ClockStarted(id, Duty.END_DETENTION, at, at.plusSeconds(777_600), "custody-without-ruling@2"));
        story.happens(at, new PersonDelivered(id));
        story.happens(at, new PersonAdmitted(office, id, person));
        story.happens(at, new CustodyRecordOpened(id));
        story.happens(at, new ClockStarted(id, Duty.REVIEW, at, at.plusSeconds(21_600), "custody-review-first@1"));
        story.happens(at, new CellAssigned(id, new CellId("1")));
    }

    private static void left(Story story, String custody, Instant at) {
        CustodyId id = new CustodyId(custody);
        stay(story, custody, "odesa", at.minusSeconds(60_000));
        story.happens(at.minusSeconds(50_000), new CellVisitDone(id, Observation.INTERMITTENT, false));
        story.happens(at.minusSeconds(40_000), new MedicalExamined(id, Fitness.FIT_WITH_CONDITIONS));
        story.happens(at, new PersonReleased(id, ReleaseGround.COURT));
    }

    private Answer ask(Api who, String path, String... parameters) {
        List<String> all = new ArrayList<>(List.of(parameters));
        all.add("minPosition=" + log.head());
        Answer answer = who.get("/api/v1/custody" + path, all.toArray(String[]::new));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static List<String> ids(Answer answer) {
        return answer.json()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    @Test
    void showsWhoIsHeldAndWhatIsDue() {
        Api officer = Api.as(port, "custody");

        Answer board = ask(officer, "", "unit=lviv");

        assertThat(ids(board)).containsExactly("c2", "c1");
        JsonNode first = board.json().at("/items/1");
        assertThat(first.get("detentionDueAt").asString())
                .isEqualTo(now.minusSeconds(36_000).plusSeconds(777_600).toString());
        assertThat(first.at("/overdue/0").asString()).isEqualTo("REVIEW");
        assertThat(first.at("/checklists/RIGHTS").asString()).isEqualTo("OPEN");
        assertThat(first.at("/checklists/CARE").asString()).isEqualTo("RUNNING");
        assertThat(first.get("late").asInt()).as("all but the correction").isEqualTo(10);
        assertThat(board.json().at("/units/0/onDuty").asString()).isEqualTo("p-8");
        assertThat(board.json().at("/units/0/offeredBy").asString()).isEqualTo("p-8");
        assertThat(board.json().get("lateAfterSeconds").asInt()).isEqualTo(300);
        assertThat(board.json().get("position").asLong()).isGreaterThanOrEqualTo(log.head());
    }

    @Test
    void showsEachCallerTheOwnUnits() {
        assertThat(ids(ask(Api.as(port, "custody", "kyiv"), ""))).containsExactly("c3");
        assertThat(ids(ask(Api.as(port, "auditor"), ""))).containsExactlyInAnyOrder("c1", "c2", "c3");
        assertThat(ids(ask(Api.as(port, "quality"), "", "state=RELEASED"))).containsExactly("c4", "c6");
        assertThat(Api.as(port, "custody", "kyiv")
                        .get("/api/v1/custody", "unit=lviv")
                        .status())
                .isEqualTo(403);
        assertThat(Api.as(port, "custody", "kyiv").get("/api/v1/custody/c1").status())
                .isEqualTo(403);
        for (String role : List.of("clerk", "manager", "integrator")) {
            assertThat(Api.as(port, role).get("/api/v1/custody").status())
                    .as(role)
                    .isEqualTo(403);
            assertThat(Api.as(port, role).get("/custody").status()).as(role).isEqualTo(403);
        }
    }

    /** It hangs on a wall, and is asked for without a purpose: it tells who is held and who has just left, and is no archive. */
    @Test
    void forgetsWhoLeftMoreThanADayAgo() {
        Api auditor = Api.as(port, "auditor");
        for (String state : List.of("ENDED", "RELEASED")) {
            JsonNode board = ask(auditor, "", "state=" + state).json();
            assertThat(board.at("/items").valueStream().map(row -> row.get("id").asString()))
                    .as(state)
                    .containsExactly("c4", "c6");
            JsonNode left = board.at("/items/1");
            assertThat(left.get("endedAt").asString())
                    .isEqualTo(now.minusSeconds(3600).toString());
            assertThat(left.get("level").isNull() && left.get("fitness").isNull())
                    .isTrue();
            assertThat(left.get("checklists").has("HEALTH")).isFalse();
        }
        assertThat(auditor.get("/api/v1/custody", "state=ALL").problem()).isEqualTo("bad-value");
        assertThat(auditor.get("/api/v1/custody/c5").problem())
                .as("found by its number, by whom says what for")
                .isEqualTo("purpose-needed");
    }

    @Test
    void pagesThroughEverybodyOnce() {
        Api auditor = Api.as(port, "auditor");
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Answer page = next.isEmpty() ? ask(auditor, "", "limit=1") : ask(auditor, "", "limit=1", "page=" + next);
            seen.addAll(ids(page));
            next = page.json().get("next").asString("");
        } while (!next.isEmpty());

        assertThat(seen).containsExactly("c3", "c2", "c1");
    }

    @Test
    void tellsARecordWithItsLateAndCorrectedEntries() {
        read("c1", "test-quality", Instant.now());
        JsonNode record = ask(Api.as(port, "quality"), "/c1").json();

        List<JsonNode> visits = record.get("entries")
                .valueStream()
                .filter(entry -> entry.get("type").asString().equals("custody.cell-visit-done"))
                .toList();
        assertThat(visits).hasSize(6).allMatch(visit -> visit.get("late").asBoolean());
        assertThat(visits.getLast().get("correctedBy").size()).isEqualTo(1);
        assertThat(visits.getFirst().get("lagSeconds").asDouble()).isGreaterThan(3600 * 5);
        assertThat(record.get("entries")
                        .valueStream()
                        .filter(entry -> entry.get("type").asString().equals("custody.clock-started"))
                        .noneMatch(entry -> entry.get("entered").asBoolean()))
                .isTrue();
        assertThat(record.at("/now/corrected").asInt()).isEqualTo(1);
        assertThat(Api.as(port, "quality").get("/api/v1/custody/nobody").status())
                .isEqualTo(404);
    }

    /** Who reads says what for, first, and to the log; each for oneself, and again after a shift. */
    @Test
    void showsARecordToWhomTheRecordItselfSaysThatTheyReadIt() {
        Api auditor = Api.as(port, "auditor");
        assertThat(auditor.get("/api/v1/custody/c2").status()).isEqualTo(403);
        assertThat(auditor.get("/api/v1/custody/c2").problem()).isEqualTo("purpose-needed");
        assertThat(auditor.get("/api/v1/custody/c2").text()).doesNotContain("p-c2");
        read("c2", "somebody-else", Instant.now());
        assertThat(auditor.get("/api/v1/custody/c2").problem()).isEqualTo("purpose-needed");

        read("c2", "test-auditor", Instant.now());

        JsonNode record = ask(auditor, "/c2").json();
        assertThat(record.get("accesses").size()).isEqualTo(2);
        assertThat(record.at("/accesses/0/by").asString()).isEqualTo("test-auditor");
        assertThat(record.at("/accesses/0/purpose").asString()).isEqualTo("OVERSIGHT");
        assertThat(record.at("/accesses/0/reference").asString()).isEqualTo("17/2026");
        assertThat(record.get("entries")
                        .valueStream()
                        .filter(entry -> entry.get("type").asString().equals("custody.record-accessed"))
                        .noneMatch(entry -> entry.get("entered").asBoolean()))
                .as("it is nobody's entry, and neither late nor in a batch")
                .isTrue();
        assertThat(Api.as(port, "custody", "kyiv").get("/api/v1/custody/c2").problem())
                .as("of another unit's record nobody is asked what for")
                .isNotEqualTo("purpose-needed");
    }

    private void read(String record, String who, Instant at) {
        CustodyId id = new CustodyId(record);
        Meta meta = new Meta(who, "auditor", "c-read", null, "lviv", TimeQuality.EXACT, Origin.LIVE);
        Recorded<RecordAccessed> recorded = new Recorded<>(
                1,
                "read-" + record + "-" + who,
                id.stream(),
                log.lastSequence(id.stream()).orElseThrow() + 1,
                at,
                at,
                meta,
                new RecordAccessed(id, who, Purpose.OVERSIGHT, "17/2026"));
        log.append(List.of(StoredStory.toAppend(recorded)));
    }

    @Test
    void tellsHowLateEntriesAreRecorded() {
        JsonNode lags = ask(Api.as(port, "auditor"), "/units/lag").json();

        JsonNode lviv = lags.get("rows")
                .valueStream()
                .filter(row -> row.get("office").asString().equals("lviv"))
                .findFirst()
                .orElseThrow();
        assertThat(lviv.get("n").asInt()).isEqualTo(20);
        assertThat(lviv.get("late").asInt()).isEqualTo(18);
        assertThat(lviv.get("max").asDouble()).isGreaterThan(49_000);
        assertThat(lviv.get("p90").isNull()).as("below 30 nothing is claimed").isTrue();
        assertThat(lviv.get("values").size()).isEqualTo(20);
        assertThat(ask(Api.as(port, "auditor"), "/units/lag", "to=2020-01-01")
                        .json()
                        .get("rows")
                        .size())
                .isZero();
    }

    @Test
    void findsWhatWasTypedInABatch() {
        JsonNode batches =
                ask(Api.as(port, "auditor"), "/units/batches", "unit=lviv").json();

        assertThat(batches.get("items").size()).isEqualTo(1);
        assertThat(batches.at("/items/0/entries").asInt()).isEqualTo(11);
        assertThat(batches.at("/items/0/actor").asString()).isEqualTo("olena");
        assertThat(batches.at("/items/0/records").size()).isEqualTo(3);
    }

    @Test
    void refusesWhatCannotBeAsked() {
        Api auditor = Api.as(port, "auditor");

        assertThat(auditor.get("/api/v1/custody", "state=SLEEPING").problem()).isEqualTo("bad-value");
        assertThat(auditor.get("/api/v1/custody", "cell=3").problem()).isEqualTo("unknown-parameter");
        assertThat(auditor.get("/api/v1/custody", "limit=0").problem()).isEqualTo("bad-value");
        assertThat(auditor.get("/api/v1/custody", "page=nonsense").problem()).isEqualTo("bad-value");
        assertThat(auditor.get("/api/v1/custody/units/lag", "from=yesterday").problem())
                .isEqualTo("bad-value");
        assertThat(auditor.get("/api/v1/custody/units/batches", "origin=DREAMT").problem())
                .isEqualTo("bad-value");
    }
}
