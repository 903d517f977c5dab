package io.dovira.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.CaseId;
import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.QueueId;
import io.dovira.events.Recorded;
import io.dovira.events.ServiceId;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.cases.CaseResponded;
import io.dovira.events.clocks.Limit;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.metrics.ServiceLevel;
import io.dovira.events.offices.BreakEnded;
import io.dovira.events.offices.BreakStarted;
import io.dovira.events.offices.DeskClosed;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.offices.DeskReleased;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.queues.QueueObserved;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.LegRecycled;
import io.dovira.events.visits.LegState;
import io.dovira.events.visits.LegTransferred;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceHeld;
import io.dovira.events.visits.ServiceResumed;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.SystemCause;
import io.dovira.events.visits.VisitClosedBySystem;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitCorrectionProposed;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorNoShow;
import io.dovira.query.live.Board.DeskNow;
import io.dovira.query.live.Board.DeskStatus;
import io.dovira.query.live.Board.QueueNow;
import io.dovira.query.live.Day.DeskDay;
import io.dovira.query.live.LiveVisit.OpenLeg;
import io.dovira.query.platform.InMemoryDocuments;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Given facts, then documents. Kyiv is two hours ahead of UTC in winter and three in summer. */
class LiveFoldTest {

    private static final VisitId V = new VisitId("v1");
    private static final OfficeId LVIV = new OfficeId("lviv");

    private final Story story = new Story()
            .office("lviv", "police", "west", "Europe/Kyiv")
            .offers("lviv", "advice", 600)
            .offers("lviv", "permit", null);

    @Nested
    class AHistory {
        @Test
        void isKnownAsSuchUntilSomethingIsToldAsItHappens() {
            story.backfilled(true).arrives("v1", "lviv", "advice", "2026-11-03T08:00:00Z");
            assertThat(board().backfilledAt()).isNotNull();
            assertThat(board().lastFactAt()).isEqualTo("2026-11-03T08:00:00Z");

            story.backfilled(false).arrives("v2", "lviv", "advice", "2026-11-23T08:00:00Z");

            assertThat(board().backfilledAt()).isNull();
        }
    }

    @Nested
    class AVisitor {
        /** For permits the office promises nothing. */
        @Test
        void mayWaitAsLongAsTheRuleOfThatMomentSays() {
            story.happens("2026-11-23T07:00:00Z", rule(1, 900, "2026-11-23T07:00:00Z"))
                    .happens("2026-11-23T07:00:00Z", rule(2, 300, "2026-11-23T08:00:00Z"));
            story.arrives("v1", "lviv", "permit", "2026-11-23T07:59:59Z");
            assertThat(onlyLeg().targetSeconds()).isEqualTo(900);
            story.happens("2026-11-23T08:01:00Z", rule(3, 60, "2026-11-23T07:00:00Z"));
            assertThat(onlyLeg().targetSeconds())
                    .as("who waits waits by that rule")
                    .isEqualTo(900);
            story.called("v1", 1, "2026-11-23T08:10:00Z");

            assertThat(hour(9).withinTarget()).isEqualTo(1);
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

        @Test
        void waitsFromTheTicketOn() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z");

            OpenLeg leg = onlyLeg();
            assertThat(leg.state()).isEqualTo(LegState.QUEUED);
            assertThat(leg.queuedAt()).isEqualTo("2026-11-23T08:00:00Z");
            assertThat(leg.ticket()).isEqualTo("A001");
            assertThat(leg.targetSeconds()).isEqualTo(600);
            assertThat(hour(10).arrived()).isEqualTo(1);
            assertThat(hour(10).waits()).isEmpty();
        }

        @Test
        void isCalledThenServedThenGone() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z").called("v1", 1, "2026-11-23T08:05:00Z");
            assertThat(onlyLeg().state()).isEqualTo(LegState.CALLED);
            assertThat(onlyLeg().desk()).isEqualTo("d1");
            started(1, "2026-11-23T08:06:00Z");
            assertThat(onlyLeg().state()).isEqualTo(LegState.IN_SERVICE);
            story.happens("2026-11-23T08:07:00Z", new ServiceHeld(V, 1, "a form"));
            assertThat(onlyLeg().heldAt()).isEqualTo("2026-11-23T08:07:00Z");
            story.happens("2026-11-23T08:08:00Z", new ServiceResumed(V, 1));
            assertThat(onlyLeg().heldAt()).isNull();
            finished(1, "2026-11-23T08:10:00Z");

            assertThat(board().legs()).isEmpty();
            assertThat(hour(10).served()).isEqualTo(1);
            assertThat(hour(10).waits()).containsExactly(300_000L);
            assertThat(hour(10).withinTarget()).isEqualTo(1);
        }

        @Test
        void hasWaitedUntilTheLastCallWhenItIsCalledAgain() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z").called("v1", 1, "2026-11-23T08:05:00Z");
            story.happens("2026-11-23T08:06:00Z", new LegRecycled(V, 1));
            assertThat(hour(10).waits()).as("back in the queue").isEmpty();
            assertThat(onlyLeg().state()).isEqualTo(LegState.QUEUED);
            story.called("v1", 1, "2026-11-23T08:15:00Z");

            assertThat(hour(10).waits()).containsExactly(900_000L);
            assertThat(hour(10).withTarget()).isEqualTo(1);
            assertThat(hour(10).withinTarget()).isZero();
        }

        @Test
        void waitsAgainAfterATransfer() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z").called("v1", 1, "2026-11-23T08:05:00Z");
            started(1, "2026-11-23T08:06:00Z");
            story.happens("2026-11-23T08:10:00Z", new LegTransferred(V, 1, new ServiceId("permit"), null, null));

            assertThat(onlyLeg().leg()).isEqualTo(2);
            assertThat(onlyLeg().service()).isEqualTo("permit");
            assertThat(onlyLeg().queuedAt()).isEqualTo("2026-11-23T08:10:00Z");
            assertThat(onlyLeg().targetSeconds()).isNull();
            assertThat(hour(10).served()).isZero();
            story.called("v1", 2, "2026-11-23T08:30:00Z");
            started(2, "2026-11-23T08:31:00Z");
            finished(2, "2026-11-23T08:40:00Z");
            assertThat(hour(10).waits()).containsExactly(300_000L, 1_200_000L);
            assertThat(hour(10).withTarget()).as("a permit has no target").isEqualTo(1);
            assertThat(hour(10).arrived()).as("one visit with two legs").isEqualTo(1);
            assertThat(hour(10).served()).isEqualTo(1);
        }

        @Test
        void whoLeavesBeforeTheCallHasNoWait() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z");
            story.happens("2026-11-23T09:30:00Z", new VisitorAbandoned(V, 1));

            assertThat(board().legs()).isEmpty();
            assertThat(hour(10).abandoned()).isEqualTo(1);
            assertThat(hour(10).waits()).isEmpty();
            assertThat(hour(10).leftLate())
                    .as("after the target of ten minutes")
                    .isEqualTo(1);
        }

        @Test
        void whoLeavesWithinTheTargetIsNotHeldAgainstTheOffice() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z");
            story.happens("2026-11-23T08:10:00Z", new VisitorAbandoned(V, 1));

            assertThat(hour(10).leftLate()).isNull();
        }

        /** F4: one called in time, one late, one gone late, one gone soon. */
        @Test
        void theServiceLevelLeavesOutWhoLeftWithinTheTarget() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z").called("v1", 1, "2026-11-23T08:05:00Z");
            story.arrives("v2", "lviv", "advice", "2026-11-23T08:00:00Z").called("v2", 1, "2026-11-23T08:15:00Z");
            story.arrives("v3", "lviv", "advice", "2026-11-23T08:00:00Z")
                    .happens("2026-11-23T08:20:00Z", new VisitorAbandoned(new VisitId("v3"), 1));
            story.arrives("v4", "lviv", "advice", "2026-11-23T08:00:00Z")
                    .happens("2026-11-23T08:02:00Z", new VisitorAbandoned(new VisitId("v4"), 1));

            assertThat(Tile.ServiceLevel.of(hour(10).withTarget(), hour(10).withinTarget(), hour(10).left()))
                    .isEqualTo(new Tile.ServiceLevel(ServiceLevel.F4, 1, 3));
        }

        @Test
        void whoDoesNotComeIsANoShow() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z").called("v1", 1, "2026-11-23T08:05:00Z");
            story.happens("2026-11-23T08:09:00Z", new VisitorNoShow(V, 1));

            assertThat(hour(10).noShow()).isEqualTo(1);
            assertThat(hour(10).waits()).containsExactly(300_000L);
        }

        @Test
        void whomTheSystemClosesCountsAsArrivedAndNothingElse() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z").called("v1", 1, "2026-11-23T08:05:00Z");
            story.happens("2026-11-23T20:00:00Z", new VisitClosedBySystem(V, 1, SystemCause.RESET));

            assertThat(board().legs()).isEmpty();
            Day.Hour hour = hour(10);
            assertThat(hour.arrived()).isEqualTo(1);
            assertThat(hour.served() + hour.abandoned() + hour.noShow()).isZero();
            assertThat(hour.waits()).isEmpty();
            assertThat(hour.withTarget()).isZero();
        }
    }

    @Nested
    class ACorrection {
        @Test
        void movesTheWait() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z").called("v1", 1, "2026-11-23T08:25:00Z");
            assertThat(hour(10).withinTarget()).isZero();
            corrected(CorrectedField.CALLED_AT, "2026-11-23T08:25:00Z", "2026-11-23T08:05:00Z");

            assertThat(hour(10).waits()).containsExactly(300_000L);
            assertThat(hour(10).withinTarget()).isEqualTo(1);
        }

        @Test
        void thatMakesAWaitNegativeTakesItOut() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z").called("v1", 1, "2026-11-23T08:05:00Z");
            corrected(CorrectedField.CALLED_AT, "2026-11-23T08:05:00Z", "2026-11-23T07:59:00Z");

            assertThat(hour(10).waits()).isEmpty();
            assertThat(hour(10).withTarget()).isZero();
        }

        @Test
        void changesTheServiceOnTheBoard() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z");
            corrected(CorrectedField.SERVICE, "advice", "permit");

            assertThat(onlyLeg().service()).isEqualTo("permit");
        }

        @Test
        void ofTheServiceIsAnotherPromise() {
            story.offers("lviv", "passport", 60);
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z");
            corrected(CorrectedField.SERVICE, "advice", "passport");
            assertThat(onlyLeg().targetSeconds()).isEqualTo(60);
            story.called("v1", 1, "2026-11-23T08:05:00Z");

            assertThat(hour(10).withTarget()).isEqualTo(1);
            assertThat(hour(10).withinTarget())
                    .as("five minutes are within ten, and late for one")
                    .isZero();
        }

        @Test
        void showsOnTheBoardWhenAnotherPersonHasSigned() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:58:00Z");
            story.happens(
                    "2026-11-23T09:05:00Z",
                    new VisitCorrectionProposed(
                            V, 1, "event-5", 1, CorrectedField.SERVICE, "advice", "passport", "wrong button", "anna"));
            assertThat(onlyLeg().service()).isEqualTo("advice");

            story.happens(
                    "2026-11-23T09:06:00Z",
                    new VisitCorrected(
                            V,
                            "event-5",
                            1,
                            CorrectedField.SERVICE,
                            "advice",
                            "passport",
                            "wrong button",
                            1,
                            "anna",
                            "petro"));
            assertThat(onlyLeg().service()).isEqualTo("passport");
        }

        @Test
        void ofTheTimeFindsThePromiseThatHeldThen() {
            story.happens(
                    "2026-11-23T09:00:00Z",
                    new ServiceOffered(LVIV, new ServiceId("advice"), Map.of("en", "Advice"), 60));
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:58:00Z");
            assertThat(onlyLeg().targetSeconds()).isEqualTo(600);
            corrected(CorrectedField.QUEUED_AT, "2026-11-23T08:58:00Z", "2026-11-23T09:01:00Z");

            assertThat(onlyLeg().targetSeconds()).isEqualTo(60);
        }

        private void corrected(CorrectedField field, String was, String is) {
            story.happens(
                    "2026-11-23T10:00:00Z",
                    new VisitCorrected(V, "event-5", 1, field, was, is, "typed wrongly", null, null, null));
        }
    }

    @Nested
    class TheDay {
        @Test
        void isThatOfTheArrivalAlsoWhenTheVisitEndsAfterMidnight() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T21:50:00Z").called("v1", 1, "2026-11-23T22:20:00Z");
            started(1, "2026-11-23T22:21:00Z");
            finished(1, "2026-11-23T22:40:00Z");

            assertThat(day("2026-11-23").hours()).extracting(Day.Hour::hour).containsExactly(23);
            assertThat(day("2026-11-23").hours().getFirst().served()).isEqualTo(1);
            assertThat(find("2026-11-24")).isNull();
        }

        @Test
        void beginsAtMidnightOfTheOffice() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T21:59:59.999Z")
                    .arrives("v2", "lviv", "advice", "2026-11-23T22:00:00Z");

            assertThat(day("2026-11-23").hours()).hasSize(1);
            assertThat(day("2026-11-24").hours()).extracting(Day.Hour::hour).containsExactly(0);
        }

        @Test
        void hasNoHourThatSummerTimeLeavesOut() {
            // At 01:00 UTC the clock goes from 03:00 to 04:00.
            story.arrives("v1", "lviv", "advice", "2026-03-29T00:59:00Z")
                    .arrives("v2", "lviv", "advice", "2026-03-29T01:00:00Z");

            assertThat(day("2026-03-29").hours()).extracting(Day.Hour::hour).containsExactly(2, 4);
        }

        @Test
        void putsTheHourThatComesTwiceTogether() {
            // At 01:00 UTC the clock goes back from 04:00 to 03:00; waits are true durations all the same.
            story.arrives("v1", "lviv", "advice", "2026-10-25T00:30:00Z")
                    .arrives("v2", "lviv", "advice", "2026-10-25T01:30:00Z")
                    .called("v1", 1, "2026-10-25T01:31:00Z");

            assertThat(day("2026-10-25").hours()).extracting(Day.Hour::hour).containsExactly(3);
            assertThat(day("2026-10-25").hours().getFirst().arrived()).isEqualTo(2);
            assertThat(day("2026-10-25").hours().getFirst().waits()).containsExactly(3_660_000L);
        }

        @Test
        void countsAnswersWhenTheyAreGiven() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T21:50:00Z");
            answered("s1", 5, "2026-11-23T21:59:00Z");
            answered("s2", 3, "2026-11-23T22:01:00Z");
            answered("s3", null, "2026-11-23T22:02:00Z");

            assertThat(day("2026-11-23").ratings()).isEqualTo(1);
            assertThat(day("2026-11-23").satisfied()).isEqualTo(1);
            assertThat(day("2026-11-24").ratings()).as("a comment is no rating").isEqualTo(1);
            assertThat(day("2026-11-24").satisfied()).isZero();
            assertThat(board().ratings()).as("newest first").hasSize(3);
            assertThat(board().ratings().getFirst().csat()).isNull();
        }

        @Test
        void keepsTheLastTwentyAnswersOnly() {
            IntStream.range(0, 25).forEach(i -> answered("s" + i, 1 + i % 5, "2026-11-23T08:%02d:00Z".formatted(i)));

            assertThat(board().ratings()).hasSize(20);
            assertThat(board().ratings().getFirst().at()).isEqualTo("2026-11-23T08:24:00Z");
            assertThat(day("2026-11-23").ratings()).isEqualTo(25);
        }

        private void answered(String id, @Nullable Integer csat, String at) {
            story.happens(
                    at,
                    new SurveyAnswered(
                            new SurveyId(id), LVIV, null, null, csat, null, csat == null ? "thank you" : null, null));
        }
    }

    @Nested
    class ADesk {
        @Test
        void isStaffedFromItsOpeningToItsCloseWithoutBreaks() {
            DeskId desk = Story.DESK;
            story.happens("2026-11-23T07:00:00Z", new DeskOpened(LVIV, desk, Story.STAFF));
            story.happens("2026-11-23T07:01:00Z", new DeskEngaged(LVIV, desk, V, 1));
            story.happens("2026-11-23T07:10:00Z", new DeskReleased(LVIV, desk, V, 1));
            assertThat(day("2026-11-23").desks()).containsExactly(new DeskDay("d1", minutes(10), 0));
            story.happens("2026-11-23T07:20:00Z", new BreakStarted(LVIV, desk, Story.STAFF));
            story.happens("2026-11-23T07:50:00Z", new BreakEnded(LVIV, desk, Story.STAFF));
            story.happens("2026-11-23T08:00:00Z", new DeskClosed(LVIV, desk, Story.STAFF));
            story.happens("2026-11-23T09:00:00Z", new DeskOpened(LVIV, desk, Story.STAFF));

            assertThat(day("2026-11-23").desks()).containsExactly(new DeskDay("d1", minutes(30), 0));
        }

        @Test
        void belongsToBothDaysWhenItIsOpenAtMidnight() {
            story.happens("2026-11-23T21:50:00Z", new DeskOpened(LVIV, Story.DESK, Story.STAFF));
            story.happens("2026-11-23T22:25:00Z", new DeskClosed(LVIV, Story.DESK, Story.STAFF));

            assertThat(day("2026-11-23").desks()).containsExactly(new DeskDay("d1", minutes(10), 0));
            assertThat(day("2026-11-24").desks()).containsExactly(new DeskDay("d1", minutes(25), 0));
        }

        @Test
        void thatNobodyClosedIsNotStaffedForDays() {
            story.happens("2026-11-23T07:00:00Z", new DeskOpened(LVIV, Story.DESK, Story.STAFF));
            story.happens("2026-11-26T07:00:00Z", new DeskClosed(LVIV, Story.DESK, Story.STAFF));

            assertThat(day("2026-11-23").desks()).containsExactly(new DeskDay("d1", minutes(12 * 60), 0));
            assertThat(find("2026-11-24")).isNull();
        }

        /** No time is counted twice, and none is taken away. */
        @Test
        void losesNothingByAFactThatComesLate() {
            story.happens("2026-11-23T07:00:00Z", new DeskOpened(LVIV, Story.DESK, Story.STAFF));
            story.happens("2026-11-23T08:00:00Z", new DeskEngaged(LVIV, Story.DESK, V, 1));
            story.happens("2026-11-23T07:30:00Z", new DeskReleased(LVIV, Story.DESK, V, 1));
            story.happens("2026-11-23T08:30:00Z", new DeskClosed(LVIV, Story.DESK, Story.STAFF));

            assertThat(day("2026-11-23").desks()).containsExactly(new DeskDay("d1", minutes(90), 0));
        }

        @Test
        void servesWithoutTheHolds() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z").called("v1", 1, "2026-11-23T08:05:00Z");
            started(1, "2026-11-23T08:06:00Z");
            assertThat(day("2026-11-23").desks()).isEmpty();
            story.happens("2026-11-23T08:10:00Z", new ServiceHeld(V, 1, "a form"));
            story.happens("2026-11-23T08:15:00Z", new ServiceResumed(V, 1));
            finished(1, "2026-11-23T08:18:00Z");

            assertThat(day("2026-11-23").desks()).containsExactly(new DeskDay("d1", 0, minutes(7)));
        }

        private long minutes(int minutes) {
            return minutes * 60_000L;
        }
    }

    @Nested
    class TheBoard {
        @Test
        void showsDesksAsTheirLastFactLeftThem() {
            DeskId desk = Story.DESK;
            story.happens("2026-11-23T07:00:00Z", new DeskOpened(LVIV, desk, Story.STAFF));
            assertThat(desk().status()).isEqualTo(DeskStatus.FREE);
            story.happens("2026-11-23T07:01:00Z", new DeskEngaged(LVIV, desk, V, 1));
            assertThat(desk()).isEqualTo(new DeskNow("d1", DeskStatus.ENGAGED, "olena", "v1", at("07:01")));
            story.happens("2026-11-23T07:10:00Z", new DeskReleased(LVIV, desk, V, 1));
            assertThat(desk()).isEqualTo(new DeskNow("d1", DeskStatus.FREE, "olena", null, at("07:10")));
            story.happens("2026-11-23T07:11:00Z", new BreakStarted(LVIV, desk, Story.STAFF));
            assertThat(desk().status()).isEqualTo(DeskStatus.BREAK);
            story.happens("2026-11-23T07:30:00Z", new DeskClosed(LVIV, desk, Story.STAFF));
            assertThat(desk()).isEqualTo(new DeskNow("d1", DeskStatus.CLOSED, null, null, at("07:30")));
        }

        @Test
        void keepsTheNewestObservationOfEachQueue() {
            observed("a", 7, "2026-11-23T08:05:00Z");
            observed("b", 2, "2026-11-23T08:05:00Z");
            observed("a", 9, "2026-11-23T08:10:00Z");
            observed("a", 4, "2026-11-23T08:00:00Z");

            assertThat(board().queues())
                    .containsExactly(new QueueNow("a", 9, 1, at("08:10")), new QueueNow("b", 2, 1, at("08:05")));
            assertThat(board().lastFactAt()).isEqualTo("2026-11-23T08:10:00Z");
        }

        @Test
        void listsThoseWhoWaitInTheOrderOfTheQueue() {
            story.arrives("v3", "lviv", "advice", "2026-11-23T08:02:00Z")
                    .arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z")
                    .arrives("v2", "lviv", "permit", "2026-11-23T08:01:00Z");

            assertThat(board().legs()).extracting(OpenLeg::visit).containsExactly("v1", "v2", "v3");
        }

        @Test
        void countsImportedCasesOnceHoweverOftenTheyAreClosed() {
            story.from(Origin.IMPORTED);
            CaseId id = new CaseId("c1");
            opened(id);
            opened(new CaseId("c2"));
            story.happens("2026-11-23T09:00:00Z", new CaseResponded(id));
            story.happens("2026-11-23T10:00:00Z", new CaseClosed(id, null));
            story.happens("2026-11-23T11:00:00Z", new CaseClosed(id, "again"));

            assertThat(board().casesOpened()).isEqualTo(2);
            assertThat(board().casesClosed()).isEqualTo(1);
            assertThat(board().origin()).isEqualTo(Origin.IMPORTED);
            assertThat(office().service("noise")).isNotNull();
        }

        /** Somebody tries the desk of an office that is simulated: its figures must not count as those of people from then on. */
        @Test
        void staysSimulatedWhateverPeopleRecordInIt() {
            story.from(Origin.SIMULATED).arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z");
            story.from(Origin.LIVE).arrives("v2", "lviv", "advice", "2026-11-23T08:01:00Z");

            assertThat(board().origin()).isEqualTo(Origin.SIMULATED);
        }

        @Test
        void isLiveWhenPeopleGoOnAfterAnImport() {
            story.from(Origin.IMPORTED).arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z");
            story.from(Origin.LIVE).arrives("v2", "lviv", "advice", "2026-11-23T08:01:00Z");

            assertThat(board().origin()).isEqualTo(Origin.LIVE);
        }

        @Test
        void isNotSetBackByAFactThatComesLate() {
            story.arrives("v1", "lviv", "advice", "2026-11-23T12:00:00Z")
                    .arrives("v2", "lviv", "advice", "2026-11-23T08:00:00Z");

            assertThat(board().lastFactAt()).isEqualTo("2026-11-23T12:00:00Z");
        }

        private void opened(CaseId id) {
            story.happens(
                    "2026-11-23T08:00:00Z",
                    new CaseOpened(id, LVIV, new ServiceId("noise"), Map.of("en", "Noise"), "PHONE", null));
        }

        private void observed(String queue, int waiting, String at) {
            story.happens(
                    at,
                    new QueueObserved(
                            LVIV, new QueueId(queue), Map.of("pl", "Kolejka " + queue), waiting, 1, null, null));
        }

        private DeskNow desk() {
            return board().desks().getFirst();
        }

        private Instant at(String time) {
            return Instant.parse("2026-11-23T" + time + ":00Z");
        }
    }

    @Nested
    class Refuses {
        @Test
        void aVisitInAnOfficeThatNobodyRegisteredAndLeavesNoTrace() {
            InMemoryDocuments documents = documents(story.facts());
            Recorded<?> stray = last(story.arrives("v9", "odesa", "advice", "2026-11-23T08:00:00Z"), 2);

            assertThatThrownBy(() -> documents.apply(stray))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("odesa");
            assertThat(documents.get(LiveFold.VISITS, "v9")).isNull();
            assertThat(documents.get(LiveFold.BOARDS, "odesa")).isNull();
        }

        @Test
        void aCallOfAVisitorWhoHasNotArrived() {
            InMemoryDocuments documents = documents(story.facts());
            Recorded<?> stray = last(story.called("v9", 1, "2026-11-23T08:00:00Z"), 1);

            assertThatThrownBy(() -> documents.apply(stray)).isInstanceOf(IllegalStateException.class);
        }

        private Recorded<?> last(Story told, int back) {
            return told.facts().get(told.facts().size() - back);
        }
    }

    /** What the day says is what its visits say, one by one, after any history. */
    @Test
    void countsInTheDaysWhatTheVisitsSay() {
        InMemoryDocuments documents = documents(RandomStory.of(99, 3_000));
        Map<String, List<LiveVisit>> byDay = new java.util.TreeMap<>();
        documents.forEach(
                LiveFold.VISITS,
                (id, visit) -> byDay.computeIfAbsent(
                                Day.key(visit.visit().office().value(), visit.day()), key -> new ArrayList<>())
                        .add(visit));

        assertThat(byDay).hasSizeGreaterThan(5);
        byDay.forEach((key, visits) -> {
            Day day = Objects.requireNonNull(documents.get(LiveFold.DAYS, key));
            assertThat(day.hours().stream().mapToInt(Day.Hour::arrived).sum()).isEqualTo(visits.size());
            assertThat(day.hours().stream()
                            .flatMap(hour -> hour.waits().stream())
                            .sorted())
                    .isEqualTo(visits.stream()
                            .flatMap(visit -> visit.entry().waits().stream())
                            .map(LiveVisit.Wait::ms)
                            .sorted()
                            .toList());
            assertThat(day.desks().stream().mapToLong(DeskDay::servingMs).sum())
                    .isEqualTo(visits.stream()
                            .flatMap(visit -> visit.entry().services().stream())
                            .mapToLong(LiveVisit.Service::ms)
                            .sum());
            Board board = Objects.requireNonNull(documents.get(LiveFold.BOARDS, day.office()));
            assertThat(board.legs())
                    .containsAll(visits.stream()
                            .map(LiveVisit::openLeg)
                            .filter(Objects::nonNull)
                            .toList());
        });
    }

    private void started(int leg, String at) {
        story.happens(at, new ServiceStarted(V, leg, Story.DESK, Story.STAFF));
    }

    private void finished(int leg, String at) {
        story.happens(at, new ServiceFinished(V, leg, null));
    }

    private OpenLeg onlyLeg() {
        List<OpenLeg> legs = board().legs();
        assertThat(legs).hasSize(1);
        return legs.getFirst();
    }

    private Board board() {
        return Objects.requireNonNull(documents(story.facts()).get(LiveFold.BOARDS, "lviv"));
    }

    private io.dovira.query.platform.Office office() {
        return Objects.requireNonNull(documents(story.facts()).get(LiveFold.OFFICES, "lviv"));
    }

    private Day.Hour hour(int hour) {
        return day("2026-11-23").hours().stream()
                .filter(found -> found.hour() == hour)
                .findFirst()
                .orElseThrow();
    }

    private Day day(String day) {
        return Objects.requireNonNull(find(day), day);
    }

    private @Nullable Day find(String day) {
        return documents(story.facts()).get(LiveFold.DAYS, Day.key("lviv", day));
    }

    private static InMemoryDocuments documents(List<Recorded<?>> facts) {
        InMemoryDocuments documents = new InMemoryDocuments(new LiveFold());
        facts.forEach(documents::apply);
        return documents;
    }
}
