package io.dovira.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dovira.query.platform.Sample;
import io.dovira.query.truth.Nyc311;
import io.dovira.query.truth.ReceiptPhase;
import io.dovira.query.truth.SharedData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Every figure that the metrics can express against figures computed outside the product from the same records. */
class TruthTest {

    /** @param unit how many of the truth's units make a second: 1 or 1,000 */
    private static void assertTrue(String what, MetricsRow row, JsonNode truth, double unit) {
        assertThat(row.n()).as(what + " n").isEqualTo(truth.get("n").asLong());
        if (row.n() == 0) {
            assertThat(row.mean()).isNull();
            return;
        }
        assertExact(what + " sum", row.sum(), truth.get("sum"), unit);
        assertExact(what + " min", row.min(), truth.get("min"), unit);
        assertExact(what + " max", row.max(), truth.get("max"), unit);
        double mean = truth.get("mean").asDouble() / unit;
        assertThat(row.mean()).as(what + " mean").isCloseTo(mean, within(Math.abs(mean) * 1e-9));
        if (row.n() < Sample.FEWEST) {
            assertThat(row.p50()).isNull();
            assertThat(row.p90()).isNull();
            assertThat(row.p99()).isNull();
        } else {
            assertExact(what + " p50", row.p50(), truth.get("nearest_rank").get("p50"), unit);
            assertExact(what + " p90", row.p90(), truth.get("nearest_rank").get("p90"), unit);
            assertExact(what + " p99", row.p99(), truth.get("nearest_rank").get("p99"), unit);
        }
    }

    private static void assertExact(
            String what, @org.jspecify.annotations.Nullable Double seconds, JsonNode truth, double unit) {
        assertThat(Math.round(Objects.requireNonNull(seconds, what) * unit))
                .as(what)
                .isEqualTo(truth.asLong());
    }

    /** The rows of one dimension, compared with the truth by name; every name of the truth must be there. */
    private static void assertAll(
            List<MetricsRow> rows, java.util.function.Function<MetricsRow, String> name, JsonNode truth, double unit) {
        Map<String, MetricsRow> byName =
                rows.stream().collect(java.util.stream.Collectors.toMap(name, java.util.function.Function.identity()));
        assertThat(truth.size()).isPositive();
        truth.forEachEntry((key, expected) -> {
            if (expected.get("n").asLong() > 0) {
                assertTrue(key, Objects.requireNonNull(byName.get(key), key), expected, unit);
            }
        });
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class NewYork {
        private final JsonNode truth = SharedData.truth("nyc311_20181021.truth.json");
        private final JsonNode nypd = truth.get("nypd");
        private final Counted counted = Counted.of(Nyc311.story());

        private List<MetricsRow> police(String... more) {
            String[] all = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("measure=response", "organisation=NYPD"),
                            java.util.stream.Stream.of(more))
                    .toArray(String[]::new);
            return counted.ask(all);
        }

        @Test
        void theResponseOfThePoliceIsTrue() {
            MetricsRow row = police().getFirst();

            assertTrue("NYPD", row, nypd.get("response_s"), 1);
            assertThat(row.n()).isEqualTo(2_121);
            assertThat(row.open()).isEqualTo(249);
            assertThat(row.withinTarget()).isEqualTo(2_037);
            assertThat(row.late()).isEqualTo(84);
            assertThat(row.target()).isEqualTo(28_800.0);
            assertThat(row.excluded()).isZero();
        }

        @Test
        void nearestRanksAreWithinOnePercentOfInterpolatedPercentiles() {
            MetricsRow row = police().getFirst();

            assertThat(row.p50()).isCloseTo(7_080, within(70.8));
            assertThat(row.p90()).isCloseTo(21_000, within(210.0));
            assertThat(row.p99()).isCloseTo(53_292, within(532.92));
        }

        @Test
        void everyBoardBoroughAndComplaintTypeIsTrue() {
            assertAll(
                    police("by=office"),
                    row -> english(row.officeName()),
                    nypd.get("by_community_board_response_s"),
                    1);
            assertAll(police("by=region"), row -> english(row.regionName()), nypd.get("by_borough_response_s"), 1);
            assertAll(
                    police("by=service"),
                    row -> english(row.serviceName()),
                    nypd.get("by_complaint_type_response_s"),
                    1);
        }

        @Test
        void everyRowIsCountedWhereItBelongs() {
            Map<String, Long> byBoard = counts(police("by=office"), row -> english(row.officeName()));
            nypd.get("by_community_board_rows")
                    .forEachEntry((board, rows) ->
                            assertThat(byBoard.get(board)).as(board).isEqualTo(rows.asLong()));
            Map<String, Long> byHour =
                    counts(police("bucket=hour"), row -> row.bucket().substring(0, 13));
            nypd.get("created_per_date_hour")
                    .forEachEntry((hour, rows) ->
                            assertThat(byHour.get(hour)).as(hour).isEqualTo(rows.asLong()));
        }

        @Test
        void everyAgencyIsTrue() {
            JsonNode agencies = truth.get("by_agency");
            Map<String, MetricsRow> rows = counted.ask("measure=response", "by=organisation").stream()
                    .collect(java.util.stream.Collectors.toMap(
                            row -> Objects.requireNonNull(row.organisationName())
                                    .get("en"),
                            java.util.function.Function.identity()));
            agencies.forEachEntry((agency, expected) -> {
                MetricsRow row = Objects.requireNonNull(rows.get(agency), agency);
                assertTrue(agency, row, expected.get("response_s"), 1);
                assertThat(row.n() + row.open())
                        .as(agency)
                        .isEqualTo(expected.get("rows").asLong());
            });
            assertThat(rows).hasSize(agencies.size());
        }

        @Test
        void theTermsOfAllAgenciesAreTrue() {
            JsonNode sla = truth.get("sla_all");
            MetricsRow row = counted.ask("measure=response").getFirst();

            assertThat(row.withinTarget())
                    .isEqualTo(sla.get("closed_on_time(closed<=due)").asLong());
            assertThat(row.late()).isEqualTo(sla.get("closed_late(closed>due)").asLong());
            assertThat(row.target()).as("the terms vary").isNull();
        }

        private Map<String, Long> counts(List<MetricsRow> rows, java.util.function.Function<MetricsRow, String> name) {
            return rows.stream()
                    .collect(java.util.stream.Collectors.toMap(name, row -> row.n() + row.open() + row.excluded()));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ReceiptOfPermits {
        private final JsonNode truth = SharedData.truth("receipt_phase.truth.json");
        private final Counted counted = Counted.of(ReceiptPhase.story());

        @Test
        void theDeadlinesAreTrue() {
            MetricsRow row = counted.ask("measure=response").getFirst();

            assertThat(row.withinTarget()).isEqualTo(952);
            assertThat(row.late()).isEqualTo(377);
            assertThat(row.n() + row.excluded()).isEqualTo(1_329);
            assertThat(row.open()).isEqualTo(1_434 - 1_329);
        }

        @Test
        void theReactionIsTrueByChannel() {
            MetricsRow all = counted.ask("measure=time-to-service").getFirst();

            assertTrue("reaction", all, truth.get("reaction_ms").get("stats"), 1_000);
            assertThat(all.excluded())
                    .isEqualTo(truth.get("reaction_ms").get("skipped_negative").asLong());
            assertThat(all.open())
                    .isEqualTo(truth.get("reaction_ms")
                            .get("skipped_no_T05_or_no_startdate")
                            .asLong());
            assertAll(
                    counted.ask("measure=time-to-service", "by=channel"),
                    row -> Objects.requireNonNull(row.channel()),
                    truth.get("reaction_ms_by_channel"),
                    1_000);
        }

        @Test
        void theDurationFromTheFirstStepToTheLastIsTrueByChannel() {
            assertTrue(
                    "sojourn",
                    counted.ask("measure=sojourn").getFirst(),
                    truth.get("case_duration_ms(first to last event)"),
                    1_000);
            assertAll(
                    counted.ask("measure=sojourn", "by=channel"),
                    row -> Objects.requireNonNull(row.channel()),
                    truth.get("case_duration_ms_by_channel"),
                    1_000);
        }
    }

    private static String english(@Nullable Map<String, String> name) {
        return Objects.requireNonNull(Objects.requireNonNull(name).get("en"));
    }
}
