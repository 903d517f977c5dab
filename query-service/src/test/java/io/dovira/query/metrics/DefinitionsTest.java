package io.dovira.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.CaseId;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.ServiceId;
import io.dovira.events.TimeQuality;
import io.dovira.events.VisitId;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.cases.CaseResponded;
import io.dovira.events.cases.CaseStepRecorded;
import io.dovira.events.clocks.Limit;
import io.dovira.events.metrics.Measure;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.LegRecycled;
import io.dovira.events.visits.LegTransferred;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceHeld;
import io.dovira.events.visits.ServiceResumed;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.SystemCause;
import io.dovira.events.visits.VisitClosedBySystem;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitCorrectionProposed;
import io.dovira.events.visits.VisitCorrectionRejected;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorNoShow;
import io.dovira.events.visits.VisitorRecalled;
import io.dovira.query.story.Story;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each measure against its definition, on histories small enough to count by hand. */
class DefinitionsTest {

    private static final VisitId V = new VisitId("v1");

    private final Story story = new Story()
            .office("lviv", "police", "west", "Europe/Kyiv")
            .offers("lviv", "advice", 600)
            .offers("lviv", "permit", null);

    private void arrived() {
        story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z");
    }

    private void started(int leg, String at) {
        story.happens(at, new ServiceStarted(V, leg, Story.DESK, Story.STAFF));
    }

    private void finished(int leg, String at) {
        story.happens(at, new ServiceFinished(V, leg, null));
    }

    private MetricsRow total(Measure measure) {
        return Counted.of(story).total(measure);
    }

    /** The known field bug: convention 4 of the metric definitions. */
    @Nested
    class AnOfficeThatCallsNobodyAnyMore {

        /** 36 were called after 1 to 4 minutes each; from nine on 14 came, one a minute, and nobody is called. */
        private void stalls() {
            for (int n = 0; n < 36; n++) {
                Instant came = Instant.parse("2026-11-23T08:00:00Z").plusSeconds(60L * n);
                story.arrives("called" + n, "lviv", "advice", came.toString())
                        .called(
                                "called" + n,
                                1,
                                came.plusSeconds(60L * (1 + n % 4)).toString());
            }
            for (int n = 0; n < 14; n++) {
                Instant came = Instant.parse("2026-11-23T09:00:00Z").plusSeconds(60L * n);
                story.arrives("waits" + n, "lviv", "advice", came.toString());
            }
        }

        private MetricsRow at(String moment, String measure) {
            return Counted.of(story).askAt(moment, "measure=" + measure).getFirst();
        }

        @Test
        void looksFineByThoseCalledAndBadWithThoseWhoWait() {
            stalls();

            MetricsRow row = at("2026-11-23T10:00:00Z", "wait");
            assertThat(row.n()).isEqualTo(36);
            assertThat(row.open()).isEqualTo(14);
            assertThat(row.p90()).isEqualTo(240.0);
            // Rank 45 of 50: the ninth of the open ones, who have waited 47 to 60 minutes.
            assertThat(row.p90WithOpen()).isEqualTo(55 * 60.0);
            assertThat(at("2026-11-23T10:30:00Z", "wait").p90WithOpen())
                    .as("it grows with the clock alone")
                    .isEqualTo(85 * 60.0);
        }

        @Test
        void countsWhoWasPutBackSinceTheFirstQueue() {
            stalls();
            story.happens("2026-11-23T08:01:30Z", new LegRecycled(new VisitId("called0"), 1));

            assertThat(at("2026-11-23T10:00:00Z", "wait").p90WithOpen())
                    .as("rank 45 of 35 called and 15 open, of whom one has waited two hours")
                    .isEqualTo(56 * 60.0);
        }

        @Test
        void hasWaitedForNothingBeforeItsQueueBegan() {
            stalls();

            assertThat(at("2026-11-23T09:00:00Z", "wait").p90WithOpen()).isEqualTo(240.0);
        }

        @Test
        void isToldForWhatLastsWhileItIsOpenOnly() {
            stalls();

            assertThat(at("2026-11-23T10:00:00Z", "time-to-service").p90WithOpen())
                    .as("nobody's service began: rank 45 of 50, who came five minutes past eight")
                    .isEqualTo(115 * 60.0);
            assertThat(at("2026-11-23T10:00:00Z", "handling").p90WithOpen())
                    .as("an open leg may not be in service yet")
                    .isNull();
        }

        @Test
        void isToldOfThirtyAtLeast() {
            for (int n = 0; n < 30; n++) {
                assertThat(n == 0 ? null : at("2026-11-23T10:00:00Z", "wait").p90WithOpen())
                        .as("%d wait", n)
                        .isNull();
                story.arrives("v" + n, "lviv", "advice", "2026-11-23T09:00:00Z");
            }

            assertThat(at("2026-11-23T10:00:00Z", "wait").p90()).isNull();
            assertThat(at("2026-11-23T10:00:00Z", "wait").p90WithOpen()).isEqualTo(3_600.0);
        }

        @Test
        void isNotToldOfWhatWasImported() {
            for (int n = 0; n < 40; n++) {
                story.from(Origin.IMPORTED)
                        .happens(
                                "2026-11-23T08:00:00Z",
                                new CaseOpened(
                                        new CaseId("c" + n),
                                        new OfficeId("lviv"),
                                        new ServiceId("noise"),
                                        Map.of("en", "Noise"),
                                        "PHONE",
                                        null));
            }

            assertThat(at("2026-11-23T10:00:00Z", "response").open()).isEqualTo(40);
            assertThat(at("2026-11-23T10:00:00Z", "response").p90WithOpen()).isNull();
        }
    }

    @Nested
    class Waiting {
        @Test
        void lastsFromTheQueueToTheLastCall() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");
            story.happens("2026-11-23T08:07:00Z", new VisitorRecalled(V, 1, Story.DESK, Story.STAFF));

            assertThat(total(Measure.WAIT).sum()).isEqualTo(420.0);
            assertThat(total(Measure.WAIT).n()).isEqualTo(1);
            assertThat(total(Measure.WAIT).open()).isZero();
        }

        @Test
        void goesOnWhenTheLegIsPutBackIntoTheQueue() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");
            story.happens("2026-11-23T08:06:00Z", new LegRecycled(V, 1));

            assertThat(total(Measure.WAIT).n()).isZero();
            assertThat(total(Measure.WAIT).open()).isEqualTo(1);
        }

        @Test
        void ofZeroCounts() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:00:00Z");

            assertThat(total(Measure.WAIT).n()).isEqualTo(1);
            assertThat(total(Measure.WAIT).mean()).isZero();
        }

        @Test
        void countsForWhoWasCalledAndDidNotCome() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");
            story.happens("2026-11-23T08:08:00Z", new VisitorNoShow(V, 1));

            assertThat(total(Measure.WAIT).sum()).isEqualTo(300.0);
        }

        @Test
        void doesNotCountForWhoLeftBeforeACall() {
            arrived();
            story.happens("2026-11-23T08:08:00Z", new VisitorAbandoned(V, 1));

            assertThat(Counted.of(story).ask("measure=wait")).isEmpty();
        }

        @Test
        void countsEachLegUnderItsOwnService() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");
            started(1, "2026-11-23T08:06:00Z");
            story.happens("2026-11-23T08:10:00Z", new LegTransferred(V, 1, new ServiceId("permit"), null, null));
            story.called("v1", 2, "2026-11-23T08:11:00Z");

            List<MetricsRow> rows = Counted.of(story).ask("measure=wait", "by=service");
            assertThat(rows).extracting(MetricsRow::service).containsExactly("advice", "permit");
            assertThat(rows).extracting(MetricsRow::sum).containsExactly(300.0, 60.0);
        }

        @Test
        void isWithinTheTargetThatStoodWhenTheLegWasQueued() {
            arrived();
            story.offers("lviv", "advice", 60);
            story.called("v1", 1, "2026-11-23T08:10:00Z");

            MetricsRow row = total(Measure.WAIT);
            assertThat(row.target()).isEqualTo(600.0);
            assertThat(row.withinTarget()).isEqualTo(1);
            assertThat(row.late()).isZero();
        }

        @Test
        void hasNoTargetInTheAnswerWhenTheyDiffer() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:20:00Z");
            story.offers("lviv", "advice", 60);
            story.arrives("v2", "lviv", "advice", "2026-11-23T08:30:00Z").called("v2", 1, "2026-11-23T08:30:30Z");

            MetricsRow row = total(Measure.WAIT);
            assertThat(row.target()).isNull();
            assertThat(row.withinTarget()).isEqualTo(1);
            assertThat(row.late()).isEqualTo(1);
        }

        @Test
        void isNeitherWithinNorLateWhereThereIsNoTarget() {
            story.arrives("v2", "lviv", "permit", "2026-11-23T08:30:00Z").called("v2", 1, "2026-11-23T09:30:00Z");

            assertThat(total(Measure.WAIT).withinTarget()).isNull();
            assertThat(total(Measure.WAIT).late()).isNull();
        }
    }

    /** The office promises nothing for permits: there the policy decides. */
    @Nested
    class TheRuleOfWaits {
        private static final String MORNING = "2026-11-23T06:00:00Z";

        private void wait(String visit, String from, String to) {
            story.arrives(visit, "lviv", "permit", from).called(visit, 1, to);
        }

        @Test
        void judgesEachWaitByTheVersionThatWasInForceWhenItBegan() {
            story.happens(MORNING, rule(1, 900, MORNING)).happens(MORNING, rule(2, 300, "2026-11-23T09:00:00Z"));
            wait("v2", "2026-11-23T08:59:59Z", "2026-11-23T09:10:00Z");
            wait("v3", "2026-11-23T09:00:00Z", "2026-11-23T09:10:00Z");

            MetricsRow row = total(Measure.WAIT);
            assertThat(row.withinTarget()).isEqualTo(1);
            assertThat(row.late()).isEqualTo(1);
            assertThat(row.target()).as("they differ").isNull();
        }

        @Test
        void leavesWhatTheOfficePromises() {
            story.happens(MORNING, rule(1, 60, MORNING));
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");

            assertThat(total(Measure.WAIT).target()).isEqualTo(600.0);
        }

        @Test
        void changesNoOldCellByANewVersion() {
            wait("v2", "2026-11-23T07:00:00Z", "2026-11-23T07:20:00Z");
            Map<String, Cell> unjudged = cells();
            story.happens("2026-11-23T07:30:00Z", rule(1, 900, MORNING));
            assertThat(cells()).as("the first rule").isEqualTo(unjudged);
            wait("v3", "2026-11-23T08:00:00Z", "2026-11-23T08:10:00Z");
            Map<String, Cell> judged = cells();

            story.happens("2026-11-23T08:30:00Z", rule(2, 300, "2026-01-01T00:00:00Z"));

            assertThat(cells()).as("a version for the past").isEqualTo(judged);
            assertThat(total(Measure.WAIT).withinTarget()).isEqualTo(1);
            assertThat(total(Measure.WAIT).late()).isZero();
        }

        private Map<String, Cell> cells() {
            Map<String, Cell> cells = new HashMap<>();
            Counted.of(story).documents().forEach(MetricsFold.CELLS, cells::put);
            return cells;
        }

        private static PolicyPublished rule(int version, int seconds, String from) {
            return new PolicyPublished(
                    KnownPolicies.VISIT_WAIT,
                    version,
                    Map.of("en", "A wait"),
                    Limit.seconds(seconds),
                    null,
                    null,
                    List.of(),
                    Map.of("en", "An order"),
                    Instant.parse(from),
                    null,
                    true,
                    "a test");
        }
    }

    @Nested
    class ClosedBySystem {
        @Test
        void entersNoAverageAndIsCountedBesideIt() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");
            started(1, "2026-11-23T08:06:00Z");
            story.withQuality(TimeQuality.AUTO_CLOSED)
                    .happens("2026-11-23T18:00:00Z", new VisitClosedBySystem(V, 1, SystemCause.RESET));

            for (Measure measure : List.of(Measure.WAIT, Measure.HANDLING, Measure.TIME_TO_SERVICE, Measure.SOJOURN)) {
                assertThat(total(measure))
                        .as(measure.id())
                        .returns(1L, MetricsRow::closed)
                        .returns(0L, MetricsRow::n)
                        .returns(0L, MetricsRow::open)
                        .returns(null, MetricsRow::late);
            }
            assertThat(Counted.of(story).ask("measure=abandonment")).isEmpty();
        }

        /** Whoever waited for three hours and was not called may have left: nobody knows, and the figures say so. */
        @Test
        void isCountedBesideTheWaitsAlsoIfNobodyWasCalled() {
            arrived();
            story.withQuality(TimeQuality.AUTO_CLOSED)
                    .happens("2026-11-23T11:00:00Z", new VisitClosedBySystem(V, 1, SystemCause.RESET));

            assertThat(total(Measure.WAIT).closed()).isEqualTo(1);
            assertThat(total(Measure.WAIT).n()).isZero();
            assertThat(total(Measure.ABANDONMENT).closed()).isEqualTo(1);
            assertThat(total(Measure.TIME_TO_SERVICE).closed()).isEqualTo(1);
            assertThat(total(Measure.SOJOURN).closed()).isEqualTo(1);
            assertThat(Counted.of(story).ask("measure=handling")).isEmpty();
            LevelRow level = Counted.of(story).level().getFirst();
            assertThat(level.closed()).isEqualTo(1);
            assertThat(level.whole()).isZero();
        }

        @Test
        void leavesTheLegsBeforeItCounted() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");
            started(1, "2026-11-23T08:06:00Z");
            story.happens("2026-11-23T08:10:00Z", new LegTransferred(V, 1, new ServiceId("permit"), null, null));
            story.withQuality(TimeQuality.AUTO_CLOSED)
                    .happens("2026-11-23T18:00:00Z", new VisitClosedBySystem(V, 2, SystemCause.RESET));

            assertThat(total(Measure.WAIT).sum()).isEqualTo(300.0);
            assertThat(total(Measure.WAIT).n()).isEqualTo(1);
            assertThat(total(Measure.WAIT).withinTarget()).isEqualTo(1);
            assertThat(total(Measure.TIME_TO_SERVICE).sum()).isEqualTo(360.0);
            assertThat(total(Measure.SOJOURN).n()).isZero();
            assertThat(total(Measure.SOJOURN).closed()).isEqualTo(1);
        }
    }

    @Nested
    class Handling {
        @Test
        void leavesHoldsOut() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");
            started(1, "2026-11-23T08:06:00Z");
            story.happens("2026-11-23T08:08:00Z", new ServiceHeld(V, 1, "form"));
            story.happens("2026-11-23T08:11:00Z", new ServiceResumed(V, 1));
            finished(1, "2026-11-23T08:16:00Z");

            assertThat(total(Measure.HANDLING).sum()).isEqualTo(420.0);
        }

        @Test
        void countsServedLegsOnly() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");
            started(1, "2026-11-23T08:06:00Z");
            story.happens("2026-11-23T08:10:00Z", new LegTransferred(V, 1, new ServiceId("permit"), null, null));

            MetricsRow row = total(Measure.HANDLING);
            assertThat(row.n()).isZero();
            assertThat(row.open()).as("the second leg").isEqualTo(1);
            assertThat(row.mean()).isNull();
        }
    }

    @Nested
    class OfTheWholeVisit {
        @Test
        void countsFromTheFirstLegToTheLast() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");
            started(1, "2026-11-23T08:06:00Z");
            story.happens("2026-11-23T08:10:00Z", new LegTransferred(V, 1, new ServiceId("permit"), null, null));
            story.called("v1", 2, "2026-11-23T08:20:00Z");
            started(2, "2026-11-23T08:21:00Z");
            finished(2, "2026-11-23T08:31:00Z");

            assertThat(total(Measure.TIME_TO_SERVICE).sum()).isEqualTo(360.0);
            assertThat(total(Measure.SOJOURN).sum()).isEqualTo(1_860.0);
            assertThat(Counted.of(story).ask("measure=sojourn", "by=service"))
                    .extracting(MetricsRow::service)
                    .containsExactly("advice");
        }
    }

    @Nested
    class Corrections {
        @Test
        void moveTheFigures() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");
            corrected(CorrectedField.CALLED_AT, "2026-11-23T08:05:00Z", "2026-11-23T08:03:00Z");

            assertThat(total(Measure.WAIT).sum()).isEqualTo(180.0);
            assertThat(total(Measure.WAIT).n()).isEqualTo(1);
        }

        @Test
        void thatMakeADurationNegativeLeaveItOutAndCountIt() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");
            corrected(CorrectedField.CALLED_AT, "2026-11-23T08:05:00Z", "2026-11-23T07:03:00Z");

            assertThat(total(Measure.WAIT).n()).isZero();
            assertThat(total(Measure.WAIT).excluded()).isEqualTo(1);
            assertThat(total(Measure.WAIT).withinTarget())
                    .as("nobody knows how long it was")
                    .isNull();
        }

        /** One that waits and one that is rejected move no figure; the one that is approved does. */
        @Test
        void moveFiguresWhenAnotherPersonHasSigned() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");
            proposed(1, "2026-11-23T08:03:00Z");
            proposed(2, "2026-11-23T08:01:00Z");
            story.happens("2026-11-23T10:02:00Z", new VisitCorrectionRejected(V, 1, "the camera says otherwise"));
            assertThat(total(Measure.WAIT).sum()).isEqualTo(300.0);

            story.happens(
                    "2026-11-23T10:03:00Z",
                    new VisitCorrected(
                            V,
                            "event-5",
                            1,
                            CorrectedField.CALLED_AT,
                            "2026-11-23T08:05:00Z",
                            "2026-11-23T08:01:00Z",
                            "seen",
                            2,
                            "anna",
                            "petro"));

            assertThat(total(Measure.WAIT).sum()).isEqualTo(60.0);
            assertThat(total(Measure.WAIT).n()).isEqualTo(1);
        }

        private void proposed(int number, String is) {
            story.happens(
                    "2026-11-23T10:0" + number + ":00Z",
                    new VisitCorrectionProposed(
                            V,
                            number,
                            "event-5",
                            1,
                            CorrectedField.CALLED_AT,
                            "2026-11-23T08:05:00Z",
                            is,
                            "seen",
                            "anna"));
        }

        @Test
        void ofTheServiceMoveTheWaitThereWithTheTargetOfThatService() {
            arrived();
            story.called("v1", 1, "2026-11-23T08:05:00Z");
            corrected(CorrectedField.SERVICE, "advice", "permit");

            List<MetricsRow> rows = Counted.of(story).ask("measure=wait", "by=service");
            assertThat(rows).extracting(MetricsRow::service).containsExactly("permit");
            assertThat(rows.getFirst().target()).isNull();
        }

        private void corrected(CorrectedField field, String was, String is) {
            story.happens(
                    "2026-11-23T10:00:00Z",
                    new VisitCorrected(V, "event-5", 1, field, was, is, "typed wrongly", null, null, null));
        }
    }

    @Nested
    class Cases {
        private final CaseId id = new CaseId("c1");

        @Test
        void areOnTimeAtTheVeryMomentTheyAreDue() {
            opened("2026-11-23T16:00:00Z");
            story.happens("2026-11-23T16:00:00Z", new CaseClosed(id, null));

            MetricsRow row = total(Measure.RESPONSE);
            assertThat(row.sum()).isEqualTo(28_800.0);
            assertThat(row.target()).isEqualTo(28_800.0);
            assertThat(row.withinTarget()).isEqualTo(1);
            assertThat(row.late()).isZero();
        }

        @Test
        void areLateAMillisecondAfter() {
            opened("2026-11-23T16:00:00Z");
            story.happens("2026-11-23T16:00:00.001Z", new CaseClosed(id, null));

            assertThat(total(Measure.RESPONSE).late()).isEqualTo(1);
        }

        @Test
        void thatWereClosedBeforeTheyWereOpenedAreOnTimeByTheirDueMoment() {
            opened("2026-11-23T16:00:00Z");
            story.happens("2026-11-23T07:00:00Z", new CaseClosed(id, null));

            MetricsRow row = total(Measure.RESPONSE);
            assertThat(row.n()).isZero();
            assertThat(row.excluded()).isEqualTo(1);
            assertThat(row.withinTarget()).isEqualTo(1);
            assertThat(row.late()).isZero();
        }

        @Test
        void areAnsweredByTheFirstResponse() {
            opened(null);
            story.happens("2026-11-23T10:00:00Z", new CaseResponded(id));
            story.happens("2026-11-23T09:00:00Z", new CaseResponded(id));

            assertThat(total(Measure.TIME_TO_SERVICE).sum()).isEqualTo(3_600.0);
            assertThat(total(Measure.RESPONSE).open()).isEqualTo(1);
        }

        @Test
        void stayAsLongAsTheirStepsSpan() {
            opened(null);
            story.happens("2026-11-23T10:00:00Z", new CaseStepRecorded(id, "read", null, null));
            story.happens("2026-11-23T12:00:00Z", new CaseStepRecorded(id, "answered", null, null));

            assertThat(total(Measure.SOJOURN).sum()).isEqualTo(7_200.0);
        }

        private void opened(@Nullable String due) {
            story.happens(
                    "2026-11-23T08:00:00Z",
                    new CaseOpened(
                            id,
                            new OfficeId("lviv"),
                            new ServiceId("noise"),
                            Map.of("en", "Noise"),
                            "PHONE",
                            due == null ? null : Instant.parse(due)));
        }
    }
}
