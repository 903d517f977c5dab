package io.dovira.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dovira.events.VisitId;
import io.dovira.events.metrics.Measure;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.LegRecycled;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.query.story.Story;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published vector told as visits, and what a leg counts as. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceLevelsTest {

    private static final Instant EIGHT = Instant.parse("2026-11-23T06:00:00Z");

    /** 1,000 called, 860 of them within 20 s; 60 left, 20 of them within 20 s, 10 of these within 5 s. */
    private final Counted vector = Counted.of(vector());

    private static Story office() {
        return new Story()
                .office("lviv", "police", "west", "Europe/Kyiv")
                .offers("lviv", "advice", 20)
                .offers("lviv", "permit", null);
    }

    private static Story vector() {
        Story story = office();
        for (int i = 0; i < 1_000; i++) {
            Instant came = EIGHT.plusSeconds(30L * i);
            story.arrives("c" + i, "lviv", "advice", came.toString())
                    .called(
                            "c" + i,
                            1,
                            came.plusSeconds(i < 860 ? i % 21 : 21 + i % 300).toString());
        }
        for (int i = 0; i < 60; i++) {
            Instant came = EIGHT.plusSeconds(500L * i);
            story.arrives("l" + i, "lviv", "advice", came.toString());
            left(story, "l" + i, came.plusSeconds(i < 10 ? i % 6 : i < 20 ? 6 + i % 15 : 21 + i));
        }
        return story;
    }

    private static void left(Story story, String visit, Instant at) {
        story.happens(at, new VisitorAbandoned(new VisitId(visit), 1));
    }

    @ParameterizedTest
    @CsvSource({"F1, 83.0", "F2, 86.0", "F3, 81.1", "F4, 82.7", "F5, 82.1"})
    void isWhatTheVectorSays(String formula, double percent) {
        String[] asked = formula.equals("F5")
                ? new String[] {"formula=F5", "within=20", "short=5"}
                : new String[] {"formula=" + formula, "within=20"};

        LevelRow row = vector.level(asked).getFirst();

        assertThat(row.percent()).isCloseTo(percent, within(0.05));
        assertThat(row.answered()).isEqualTo(1_000);
        assertThat(row.answeredWithin()).isEqualTo(860);
        assertThat(row.abandoned()).isEqualTo(60);
        assertThat(row.abandonedWithin()).isEqualTo(20);
        assertThat(row.abandonedShort()).isEqualTo(formula.equals("F5") ? 10L : null);
    }

    @Test
    void isTheSameByTheTargetWhenThatIsTheNumber() {
        assertThat(vector.level()).isEqualTo(vector.level("formula=F4", "within=20"));
    }

    @Test
    void addsUpFromHoursAndServices() {
        long hours = vector.level("bucket=hour", "by=service").stream()
                .mapToLong(LevelRow::whole)
                .sum();

        assertThat(hours).isEqualTo(1_040);
        assertThat(vector.level("bucket=hour")).hasSizeGreaterThan(5);
    }

    @Test
    void tellsHowLongWhoLeftHadWaited() {
        MetricsRow row = vector.total(Measure.ABANDONMENT);

        assertThat(row.n()).isEqualTo(60);
        assertThat(row.withinTarget()).isEqualTo(20);
        assertThat(row.late()).isEqualTo(40);
        assertThat(row.open()).isZero();
    }

    @Test
    void isACountAndNoShareOfFew() {
        Story story = office().arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z");
        left(story, "v1", Instant.parse("2026-11-23T08:00:21Z"));

        LevelRow row = Counted.of(story).level().getFirst();

        assertThat(row.percent()).isNull();
        assertThat(row.part()).isZero();
        assertThat(row.whole()).isEqualTo(1);
    }

    @Test
    void leavesOutWhereNoTargetDecidesAndCountsItByANumber() {
        Story story = office().arrives("v1", "lviv", "permit", "2026-11-23T08:00:00Z");
        left(story, "v1", Instant.parse("2026-11-23T08:10:00Z"));

        assertThat(Counted.of(story).level().getFirst().whole()).isZero();
        assertThat(Counted.of(story).level().getFirst().withoutTarget()).isEqualTo(1);
        assertThat(Counted.of(story).level("within=60").getFirst().whole()).isEqualTo(1);
    }

    /** Called and put back into the queue: the call is gone, and so the leaving counts. */
    @Test
    void countsWhoLeavesAfterAnotherTurn() {
        Story story = office().arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z")
                .called("v1", 1, "2026-11-23T08:00:10Z")
                .happens("2026-11-23T08:01:00Z", new LegRecycled(new VisitId("v1"), 1));
        left(story, "v1", Instant.parse("2026-11-23T08:02:00Z"));

        LevelRow row = Counted.of(story).level().getFirst();

        assertThat(row.answered()).isZero();
        assertThat(row.abandoned()).isEqualTo(1);
        assertThat(row.abandonedWithin()).isZero();
    }

    /** What a correction moves to another service is judged by that service's target at its time. */
    @Test
    void isJudgedByTheTargetOfTheServiceThatACorrectionNames() {
        Story story = office().arrives("v1", "lviv", "permit", "2026-11-23T08:00:00Z");
        left(story, "v1", Instant.parse("2026-11-23T08:00:30Z"));
        story.happens(
                "2026-11-23T09:00:00Z",
                new VisitCorrected(
                        new VisitId("v1"),
                        "e-1",
                        1,
                        CorrectedField.SERVICE,
                        "permit",
                        "advice",
                        "wrong button",
                        null,
                        null,
                        null));

        LevelRow row = Counted.of(story).level("by=service").getFirst();

        assertThat(row.service()).isEqualTo("advice");
        assertThat(row.abandoned()).isEqualTo(1);
    }
}
