package io.dovira.query.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dovira.events.CustodyId;
import io.dovira.events.FootageId;
import io.dovira.events.custody.LocationFact.Destination;
import io.dovira.events.custody.LocationFact.TakenOut;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.FlawExplained;
import io.dovira.eventstore.log.EventLog;
import io.dovira.query.pages.RealService;
import io.dovira.query.service.Api;
import io.dovira.query.service.Api.Answer;
import io.dovira.query.service.EventSource;
import io.dovira.query.story.StoredStory;
import java.time.Duration;
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

/** {@code /api/v1/obligations} and its stream, of the whole service. */
@RealService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "test.log-of=obligations")
@DirtiesContext
class ObligationsIT {
    private static final String PATH = "/api/v1/obligations";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final CustodyTale tale = new CustodyTale();
    private final EventLog log;
    private int recorded;
    private long last;

    @LocalServerPort
    private int port;

    @Autowired
    ObligationsIT(EventLog log) {
        this.log = log;
    }

    @BeforeAll
    void tell() {
        Instant morning = now.minus(Duration.ofHours(5));
        tale.policies(morning).unit("unit-3", morning).unit("unit-4", morning);
        for (int i = 0; i < 5; i++) {
            tale.apprehended("c" + i, "unit-3", morning)
                    .unfit("c" + i, "unit-3", morning, morning.plus(Duration.ofHours(i * 2L + 1)));
        }
        tale.apprehended("d0", "unit-4", morning).unfit("d0", "unit-4", morning, now.plus(Duration.ofHours(20)));
        record();
    }

    private void record() {
        for (var fact : tale.facts().subList(recorded, tale.facts().size())) {
            last = log.append(List.of(StoredStory.toAppend(fact))).lastPosition();
        }
        recorded = tale.facts().size();
    }

    @Test
    void listsWhatIsOpenTheMostUrgentFirst() {
        JsonNode page = get("subject=custody-c1", "minPosition=" + last).json();
        assertThat(page.at("/position").asLong()).isGreaterThanOrEqualTo(last);
        JsonNode overdue = page.at("/items/0");
        assertThat(overdue.at("/state").asString()).isEqualTo("OVERDUE");
        assertThat(overdue.at("/secondsLeft").asLong()).isNegative();
        assertThat(overdue.at("/name/uk").asString()).contains("лікарні");
        assertThat(overdue.at("/basis/en").asString()).contains("art. 212");
        assertThat(overdue.at("/officeName/en").asString()).isEqualTo("Unit 3");

        assertThat(subjects(get("office=unit-3", "limit=500", "minPosition=" + last)))
                .filteredOn(subject -> subject.startsWith("custody-c"))
                .startsWith("custody-c0", "custody-c1");
    }

    @Test
    void goesOnFromPageToPage() {
        List<String> all = new ArrayList<>();
        String next = "";
        do {
            Answer page = get("limit=2", "state=OVERDUE,OPEN,DUE_SOON,BREACHED", "page=" + next, "minPosition=" + last);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            all.addAll(subjects(page));
            next = page.json().at("/next").asString("");
        } while (!next.isEmpty());

        assertThat(all).contains("custody-c0", "custody-c4", "custody-d0").doesNotHaveDuplicates();
    }

    @Test
    void tellsHowThingsStoodByTheClockOfOnesChoice() {
        Instant then = now.minus(Duration.ofHours(3));

        assertThat(subjects(get("at=" + then, "state=OVERDUE", "office=unit-3", "minPosition=" + last)))
                .containsExactly("custody-c0");
        assertThat(subjects(get(
                        "at=" + now.plus(Duration.ofHours(50)),
                        "state=OVERDUE",
                        "office=unit-4",
                        "minPosition=" + last)))
                .containsExactly("custody-d0");
        assertThat(subjects(get("dueBefore=" + now.minus(Duration.ofHours(3)), "office=unit-3", "minPosition=" + last)))
                .containsExactly("custody-c0");
    }

    @Test
    void showsEachCallerTheirOfficesOnly() {
        Api four = Api.as(port, "custody", "unit-4");

        assertThat(subjects(four.get(PATH, "minPosition=" + last))).containsOnly("custody-d0");
        assertThat(four.get(PATH, "office=unit-3").status()).isEqualTo(403);
        String other = get("office=unit-3").json().at("/items/0/id").asString();
        assertThat(four.get(PATH + "/" + other).status()).isEqualTo(403);
        assertThat(Api.as(port, "integrator").get(PATH).status()).isEqualTo(403);
    }

    /** Found five hours ago: three days for the gap, one for the file; the stream tells that it was explained. */
    @Test
    void tellsWhatIsOwedForFootageAndThatItWasAnswered() {
        FootageId id = new FootageId("f1");
        tale.flawed("f1", "unit-3", now.minus(Duration.ofHours(5)));
        record();
        JsonNode gap = get("subject=footage-f1", "rule=footage-gap", "minPosition=" + last)
                .json()
                .at("/items/0");
        assertThat(gap.at("/state").asString()).isEqualTo("OPEN");
        assertThat(gap.at("/due").asString())
                .isEqualTo(now.plus(Duration.ofHours(67)).toString());
        assertThat(gap.at("/basis/en").asString()).startsWith("House rule");
        assertThat(gap.at("/officeName/en").asString()).isEqualTo("Unit 3");
        try (EventSource stream = admin().stream(PATH + "/stream")) {
            await().until(() -> !stream.named("snapshot").isEmpty());
            tale.tell(id.stream(), "unit-3", now, new FlawExplained(id, Flaw.GAP, "a power cut"));
            record();
            await().until(() -> items(stream, "footage-f1").stream()
                    .anyMatch(item -> item.at("/rule").asString().equals("footage-gap")
                            && item.at("/state").asString().equals("MET")));
        }
        assertThat(subjects(get("state=OPEN", "rule=footage-integrity", "minPosition=" + last)))
                .containsExactly("footage-f1");
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(get("state=LATE").problem()).isEqualTo("bad-value");
        assertThat(get("colour=red").problem()).isEqualTo("unknown-parameter");
        assertThat(get("at=noon").problem()).isEqualTo("bad-value");
        assertThat(get("page=x").problem()).isEqualTo("bad-value");
        assertThat(admin().get(PATH + "/nothing").status()).isEqualTo(404);
    }

    /** Nothing is recorded after the doctor's word: time alone raises the alarm, first before the due moment, then after it. */
    @Test
    void raisesTheAlarmBeforeAnybodyAsks() {
        try (EventSource stream = admin().stream(PATH + "/stream")) {
            await().until(() -> !stream.named("snapshot").isEmpty());
            Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            tale.apprehended("alarm", "unit-3", at).unfit("alarm", "unit-3", at, at.plusSeconds(3));
            record();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> states(stream, "custody-alarm").contains("OVERDUE"));
            assertThat(states(stream, "custody-alarm")).startsWith("OPEN", "DUE_SOON", "OVERDUE");
            JsonNode late = items(stream, "custody-alarm").getLast();
            assertThat(late.at("/secondsLeft").asLong()).isGreaterThanOrEqualTo(-2);

            tale.tell(
                    "custody-alarm",
                    "unit-3",
                    Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    new TakenOut(new CustodyId("alarm"), Destination.HOSPITAL));
            record();
            await().until(() -> states(stream, "custody-alarm").contains("MET_LATE"));
        }
    }

    private static List<String> states(EventSource stream, String subject) {
        return items(stream, subject).stream()
                .map(item -> item.at("/state").asString())
                .toList();
    }

    private static List<JsonNode> items(EventSource stream, String subject) {
        List<JsonNode> found = new ArrayList<>();
        stream.named("delta")
                .forEach(frame -> frame.json().at("/items").forEach(item -> {
                    if (item.at("/subject").asString().equals(subject)) {
                        found.add(item);
                    }
                }));
        return found;
    }

    private static List<String> subjects(Answer answer) {
        List<String> subjects = new ArrayList<>();
        answer.json()
                .at("/items")
                .forEach(item -> subjects.add(item.at("/subject").asString()));
        return subjects;
    }

    private Answer get(String... parameters) {
        return admin().get(PATH, parameters);
    }

    private Api admin() {
        return Api.as(port, "admin");
    }
}
