package io.dovira.command.imports;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.imports.rows.Draft;
import io.dovira.events.cases.Case;
import io.dovira.events.cases.CaseFact;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.cases.CaseStepRecorded;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What the import makes of the receipt phase log, against figures computed outside of Dovira. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptTruthTest {

    private JsonNode truth;
    private FileReading reading;
    private final Map<String, Case> cases = new HashMap<>();

    @BeforeAll
    void readTheFile() throws Exception {
        truth = SharedData.truth("receipt_phase.truth.json");
        reading = FileReading.of(SharedData.file("receipt_phase.xes.gz"), "receipt_phase");
        for (Draft draft : reading.drafts()) {
            cases.put(draft.stream(), Case.evolve(cases.get(draft.stream()), (CaseFact) draft.fact(), draft.at()));
        }
    }

    private Map<String, Long> counts(String key) {
        Map<String, Long> counts = new HashMap<>();
        truth.path(key)
                .properties()
                .forEach(e -> counts.put(e.getKey(), e.getValue().asLong()));
        return counts;
    }

    @Test
    void makesACaseOfEveryTraceAndAStepOfEveryEvent() {
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.outcomes()).hasSize(truth.path("events").asInt());
        assertThat(reading.drafts(CaseOpened.class)).hasSize(truth.path("cases").asInt());
        assertThat(reading.drafts(CaseStepRecorded.class))
                .hasSize(truth.path("events").asInt());
        assertThat(reading.drafts().stream().map(Draft::id).distinct()).hasSameSizeAs(reading.drafts());
    }

    @Test
    void countsActivitiesAndGroupsAsWritten() {
        Map<String, Long> activities = reading.drafts(CaseStepRecorded.class).stream()
                .collect(groupingBy(draft -> ((CaseStepRecorded) draft.fact()).activity(), counting()));
        assertThat(activities).isEqualTo(counts("activities"));
        Map<String, Long> groups = reading.drafts(CaseStepRecorded.class).stream()
                .collect(groupingBy(draft -> Objects.toString(((CaseStepRecorded) draft.fact()).group()), counting()));
        assertThat(groups).isEqualTo(counts("events_by_org_group"));
    }

    @Test
    void keepsChannelAndDepartment() {
        assertThat(cases.values().stream().collect(groupingBy(Case::channel, counting())))
                .isEqualTo(counts("cases_by_channel"));
        Map<String, Long> departments = new HashMap<>();
        counts("cases_by_department")
                .forEach((name, n) -> departments.put("receipt-phase." + name.replace(' ', '-'), n));
        assertThat(cases.values().stream()
                        .collect(groupingBy(each -> each.office().value(), counting())))
                .isEqualTo(departments);
    }

    @Test
    void keepsTheClockOfTheLaw() {
        JsonNode deadline = truth.path("deadline");
        List<Case> closed =
                cases.values().stream().filter(each -> each.closedAt() != null).toList();
        assertThat(closed).hasSize(deadline.path("with_enddate").asInt());
        assertThat(cases.values()).allMatch(each -> each.dueAt() != null);
        assertThat(closed.stream().filter(each -> !at(each.closedAt()).isAfter(at(each.dueAt()))))
                .hasSize(deadline.path("on_time").asInt());
        assertThat(closed.stream().filter(each -> at(each.closedAt()).isAfter(at(each.dueAt()))))
                .hasSize(deadline.path("late").asInt());
        assertThat(reading.warnings())
                .containsOnly(
                        Map.entry("the case was closed before it was opened", 2L),
                        Map.entry(
                                "a step lies before the opening of its case",
                                deadline.path("first_event_before_startdate").asLong()),
                        Map.entry(
                                "a step lies after the closing of its case",
                                deadline.path("last_event_after_enddate").asLong()));
    }

    @Test
    void takesTheConfirmationForTheResponse() {
        long[] millis = cases.values().stream()
                .filter(each -> each.respondedAt() != null)
                .mapToLong(each -> Duration.between(each.openedAt(), at(each.respondedAt()))
                        .toMillis())
                .toArray();
        JsonNode reaction = truth.path("reaction_ms");
        assertThat(millis)
                .hasSize(truth.path("cases").asInt()
                        - reaction.path("skipped_no_T05_or_no_startdate").asInt());
        long[] kept = java.util.Arrays.stream(millis).filter(each -> each >= 0).toArray();
        assertThat(millis.length - kept.length)
                .isEqualTo(reaction.path("skipped_negative").asInt());
        assertThat(java.util.Arrays.stream(kept).sum())
                .isEqualTo(reaction.path("stats").path("sum").asLong());
    }

    @Test
    void keepsMillisecondsAcrossBothOffsets() {
        long sum = cases.values().stream()
                .mapToLong(each -> Duration.between(at(each.firstStepAt()), at(each.lastStepAt()))
                        .toMillis())
                .sum();
        assertThat(sum)
                .isEqualTo(truth.path("case_duration_ms(first to last event)")
                        .path("sum")
                        .asLong());
        Map<String, Long> hours = reading.drafts(CaseStepRecorded.class).stream()
                .collect(groupingBy(
                        draft -> "%02d"
                                .formatted(draft.at()
                                        .atZone(ZoneId.of("Europe/Amsterdam"))
                                        .getHour()),
                        counting()));
        assertThat(hours).isEqualTo(counts("events_per_local_hour"));
    }

    private static Instant at(@org.jspecify.annotations.Nullable Instant instant) {
        return Objects.requireNonNull(instant);
    }
}
