package io.dovira.command.imports;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.imports.rows.Draft;
import io.dovira.command.imports.rows.Outcome;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.offices.OfficeRegistered;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What the import makes of the NYC 311 set, against figures computed outside of Dovira. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NycTruthTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private JsonNode truth;
    private FileReading reading;

    @BeforeAll
    void readTheFile() throws Exception {
        truth = SharedData.truth("nyc311_20181021.truth.json");
        reading = FileReading.of(SharedData.file("nyc311_20181021.csv.gz"), "nyc311_20181021");
    }

    private record Told(CaseOpened opening, OfficeRegistered office, Instant opened, Instant closed) {
        long seconds() {
            return Duration.between(opened, closed).toSeconds();
        }
    }

    private List<Told> cases(boolean closedOnly) {
        return reading.outcomes().stream()
                .map(Outcome.Facts.class::cast)
                .filter(facts -> !closedOnly || facts.drafts().size() == 2)
                .map(facts -> {
                    Draft first = facts.drafts().getFirst();
                    Draft last = facts.drafts().getLast();
                    return new Told((CaseOpened) first.fact(), facts.place().office(), first.at(), last.at());
                })
                .toList();
    }

    @Test
    void makesACaseOfEveryRow() {
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.outcomes()).hasSize(truth.path("rows").asInt());
        assertThat(reading.drafts(CaseOpened.class))
                .hasSize(truth.path("distinct_unique_key").asInt());
        assertThat(reading.drafts().stream().map(Draft::id).distinct()).hasSameSizeAs(reading.drafts());
    }

    @Test
    void leavesOpenWhatHasNoClosedDate() {
        int rows = truth.path("rows").asInt();
        int open = truth.path("skipped").path("no_closed_date").asInt();
        assertThat(reading.drafts(CaseClosed.class)).hasSize(rows - open);
        assertThat(cases(true)).allMatch(each -> each.seconds() >= 0);
        assertThat(cases(true).stream().filter(each -> each.seconds() == 0))
                .hasSize(truth.path("zero_response").asInt());
    }

    @Test
    void countsEveryContradictionAndOddity() {
        Map<String, Long> expected = new HashMap<>();
        truth.path("status_vs_closed").properties().forEach(entry -> {
            String status = entry.getKey().substring(0, entry.getKey().indexOf('|'));
            boolean closed = entry.getKey().endsWith("|closed_date");
            if (closed && !status.equals("Closed")) {
                expected.put(
                        "Status says " + status + ", but there is a Closed Date; the case is closed",
                        entry.getValue().asLong());
            } else if (!closed && status.equals("Closed")) {
                expected.put(
                        "Status says Closed, but there is no Closed Date; the case stays open",
                        entry.getValue().asLong());
            }
        });
        assertThat(expected).hasSize(4);
        // Due dates in the hour that came twice when the clocks went back on 4 November 2018.
        expected.put("a time that happened twice, the earlier taken", 3L);
        // Marble Hill: in Manhattan, but under a community board of the Bronx.
        expected.put("office HPD.08 BRONX stays in region BRONX, though rows name MANHATTAN", 3L);
        assertThat(reading.warnings()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void putsCasesUnderTheirAgencyAndBorough() {
        Map<String, Long> byAgency = cases(false).stream()
                .collect(groupingBy(each -> each.office().organisation().value(), counting()));
        Map<String, Long> expected = new HashMap<>();
        truth.path("by_agency")
                .properties()
                .forEach(e -> expected.put(e.getKey(), e.getValue().path("rows").asLong()));
        assertThat(byAgency).isEqualTo(expected);

        Map<String, Long> byRegion = cases(false).stream()
                .collect(groupingBy(each -> each.office().regionName().get("en"), TreeMap::new, counting()));
        Map<String, Long> boroughs = new TreeMap<>();
        truth.path("by_borough_rows")
                .properties()
                .forEach(e -> boroughs.put(e.getKey(), e.getValue().asLong()));
        // An office belongs to one region; the three rows of Marble Hill go with their board.
        boroughs.merge("BRONX", 3L, Long::sum);
        boroughs.merge("MANHATTAN", -3L, Long::sum);
        assertThat(byRegion).isEqualTo(boroughs);
    }

    @Test
    void keepsTheWallClockOfNewYork() {
        Map<String, Long> byHour = cases(false).stream()
                .collect(groupingBy(
                        each -> "%02d".formatted(each.opened().atZone(NEW_YORK).getHour()), counting()));
        Map<String, Long> expected = new HashMap<>();
        truth.path("all_created_per_hour_of_day")
                .properties()
                .forEach(e -> expected.put(e.getKey(), e.getValue().asLong()));
        assertThat(byHour).isEqualTo(expected);
    }

    @Test
    void measuresTheResponseOfEachAgency() {
        truth.path("by_agency").properties().forEach(agency -> {
            long[] seconds = cases(true).stream()
                    .filter(each -> each.office().organisation().value().equals(agency.getKey()))
                    .mapToLong(Told::seconds)
                    .sorted()
                    .toArray();
            JsonNode expected = agency.getValue().path("response_s");
            assertThat(seconds).as(agency.getKey()).hasSize(expected.path("n").asInt());
            if (seconds.length > 0) {
                assertThat(java.util.Arrays.stream(seconds).sum())
                        .isEqualTo(expected.path("sum").asLong());
                assertThat(seconds[0]).isEqualTo(expected.path("min").asLong());
                assertThat(seconds[seconds.length - 1])
                        .isEqualTo(expected.path("max").asLong());
                assertThat(seconds[(seconds.length + 1) / 2 - 1])
                        .isEqualTo(expected.path("nearest_rank").path("p50").asLong());
            }
        });
    }

    @Test
    void keepsTheDueDate() {
        assertThat(cases(false))
                .filteredOn(each -> each.office().organisation().value().equals("NYPD"))
                .hasSize(truth.path("nypd").path("rows").asInt())
                .allSatisfy(each -> assertThat(each.opening().dueAt())
                        .isEqualTo(each.opened().plus(Duration.ofHours(8))));
        JsonNode sla = truth.path("sla_all");
        assertThat(cases(false).stream().filter(each -> each.opening().dueAt() != null))
                .hasSize(sla.path("with_due").asInt());
        List<Told> due = cases(true).stream()
                .filter(each -> each.opening().dueAt() != null)
                .toList();
        long late = due.stream()
                .filter(each -> each.closed().isAfter(each.opening().dueAt()))
                .count();
        assertThat(late).isEqualTo(sla.path("closed_late(closed>due)").asLong());
        assertThat(due.size() - late)
                .isEqualTo(sla.path("closed_on_time(closed<=due)").asLong());
    }

    @Test
    void namesTheOfficeAfterAgencyAndCommunityBoard() {
        OfficeRegistered office = cases(false).getFirst().office();
        assertThat(office.office().value()).isEqualTo("nyc311.NYPD.05-QUEENS");
        assertThat(office.name()).isEqualTo(Map.of("en", "05 QUEENS"));
        assertThat(office.region().value()).isEqualTo("QUEENS");
        assertThat(office.timeZone()).isEqualTo("America/New_York");
        assertThat(cases(false).stream().map(each -> each.office().office()).distinct())
                .hasSize(512);
    }
}
