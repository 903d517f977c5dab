package io.dovira.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.imports.mapping.ClockRule.Fault;
import io.dovira.command.imports.rows.ClockPlan.Finding;
import io.dovira.command.imports.rows.Draft;
import io.dovira.events.TimeQuality;
import io.dovira.events.queues.QueueObserved;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What the import makes of the queues of Warsaw, against figures computed outside of Dovira. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarsawTruthTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private JsonNode truth;
    private FileReading reading;
    private List<Draft> drafts;

    @BeforeAll
    void readTheFile() throws Exception {
        truth = SharedData.truth("warsaw_queues_A.truth.json");
        reading = FileReading.of(SharedData.file("warsaw_queues_A.csv.gz"), "warsaw_queues_A");
        drafts = reading.drafts();
    }

    private Map<String, Long> rowsOf(Fault fault) {
        Map<String, Long> rows = new HashMap<>();
        for (Finding finding : reading.preflight().clocks().findings()) {
            if (finding.fault() == fault) {
                rows.merge(finding.office(), finding.rows(), Long::sum);
            }
        }
        return rows;
    }

    private Map<String, Long> counts(String key) {
        Map<String, Long> counts = new HashMap<>();
        truth.path(key)
                .properties()
                .forEach(e -> counts.put(e.getKey(), e.getValue().asLong()));
        return counts;
    }

    @Test
    void observesEveryRowOnce() {
        assertThat(reading.rejected()).isEmpty();
        assertThat(drafts).hasSize(truth.path("rows_used").asInt());
        assertThat(drafts.stream().map(Draft::id).distinct()).hasSameSizeAs(drafts);
    }

    @Test
    void findsTheOfficesThatWriteTheYearOfTheWeek() {
        assertThat(rowsOf(Fault.WEEK_YEAR)).hasSize(13).isEqualTo(counts("year_bug_rows_by_office"));
    }

    @Test
    void findsTheOfficeWhoseClockIsSlow() {
        assertThat(rowsOf(Fault.OFFSET)).isEqualTo(counts("slow_clock_rows_by_office"));
        assertThat(reading.preflight().clocks().findings())
                .filteredOn(finding -> finding.fault() == Fault.OFFSET)
                .extracting(Finding::days)
                .containsExactly(2881);
    }

    @Test
    void repairsWhatTheMappingSaysAndCallsItAnEstimate() {
        Map<String, Long> byDate = new HashMap<>();
        drafts.forEach(
                draft -> byDate.merge(draft.at().atZone(WARSAW).toLocalDate().toString(), 1L, Long::sum));
        assertThat(byDate).isEqualTo(counts("rows_by_normalised_date"));

        long repaired = counts("year_bug_rows_by_office").values().stream()
                        .mapToLong(Long::longValue)
                        .sum()
                + counts("slow_clock_rows_by_office").values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        assertThat(drafts.stream().filter(draft -> draft.quality() == TimeQuality.ESTIMATED))
                .hasSize((int) repaired);
        assertThat(reading.warnings().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(repaired);
        assertThat(reading.warnings()).hasSize(14);
    }

    private record Office(
            long rows, Set<String> queues, Map<String, Integer> waitingByPoll, long unstaffed, Set<String> tickets) {
        Office() {
            this(0, new HashSet<>(), new TreeMap<>(), 0, new HashSet<>());
        }

        Office with(QueueObserved fact, String poll) {
            queues.add(fact.queue().value());
            waitingByPoll.merge(poll, fact.waiting(), Integer::sum);
            if (fact.nowServing() != null) {
                tickets.add(poll.substring(0, 10) + fact.queue() + fact.nowServing());
            }
            boolean bare = fact.waiting() > 0 && fact.openDesks() == 0;
            return new Office(rows + 1, queues, waitingByPoll, unstaffed + (bare ? 1 : 0), tickets);
        }
    }

    @Test
    void seesEveryOfficeAsItWas() {
        Map<String, Office> offices = new HashMap<>();
        for (Draft draft : drafts) {
            QueueObserved fact = (QueueObserved) draft.fact();
            String poll = draft.at().atZone(WARSAW).toLocalDateTime().toString();
            offices.compute(
                    fact.office().value(), (id, office) -> (office == null ? new Office() : office).with(fact, poll));
        }
        assertThat(offices).hasSize(21);
        truth.path("offices").properties().forEach(e -> {
            Office office = Objects.requireNonNull(offices.get("warsaw-queues." + e.getKey()));
            JsonNode expected = e.getValue();
            assertThat(office.rows())
                    .as(e.getKey())
                    .isEqualTo(expected.path("rows").asLong());
            assertThat(office.queues()).hasSize(expected.path("queues").asInt());
            assertThat(office.waitingByPoll())
                    .hasSize(expected.path("polls(date,time)").asInt());
            assertThat(office.unstaffed())
                    .isEqualTo(expected.path("unstaffed_waiting_rows").asLong());
            assertThat(office.tickets()).hasSize(expected.path("tickets_called").asInt());
            JsonNode waiting = expected.path("office_waiting");
            assertThat(office.waitingByPoll().values().stream()
                            .mapToLong(Integer::longValue)
                            .sum())
                    .isEqualTo(waiting.path("sum").asLong());
            assertThat(office.waitingByPoll().values().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElseThrow())
                    .isEqualTo(waiting.path("max").asInt());
        });
    }
}
