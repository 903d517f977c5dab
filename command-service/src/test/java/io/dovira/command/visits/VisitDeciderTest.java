package io.dovira.command.visits;

import static io.dovira.command.visits.Sample.ADVICE;
import static io.dovira.command.visits.Sample.ANNA;
import static io.dovira.command.visits.Sample.BOHDAN;
import static io.dovira.command.visits.Sample.CLERK;
import static io.dovira.command.visits.Sample.NINE;
import static io.dovira.command.visits.Sample.OFFICE;
import static io.dovira.command.visits.Sample.OFFICE_ID;
import static io.dovira.command.visits.Sample.ONE;
import static io.dovira.command.visits.Sample.PASSPORTS;
import static io.dovira.command.visits.Sample.TWO;
import static io.dovira.command.visits.Sample.VISIT;
import static io.dovira.command.visits.Sample.at;
import static io.dovira.command.visits.Sample.fold;
import static io.dovira.command.visits.Sample.minute;
import static io.dovira.command.visits.Sample.premises;
import static io.dovira.command.visits.Sample.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.ServiceId;
import io.dovira.events.offices.BreakStarted;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskReleased;
import io.dovira.events.offices.DeskState;
import io.dovira.events.offices.OfficeClosed;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.tickets.TicketNumberDrawn;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.LegRecycled;
import io.dovira.events.visits.LegTransferred;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceHeld;
import io.dovira.events.visits.ServiceResumed;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.SystemCause;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitClosedBySystem;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.events.visits.VisitorNoShow;
import io.dovira.events.visits.VisitorRecalled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VisitDeciderTest {
    /** In Kyiv, in minutes from nine. */
    private static final int MIDNIGHT = 15 * 60;

    private static final Desk FREE = Sample.open(ONE, ANNA);
    private static final Desk ENGAGED = Desk.evolve(FREE, new DeskEngaged(OFFICE_ID, ONE, VISIT, 1), minute(1));

    @Nested
    class Arrival {
        private final ArriveVisitor arrive = new ArriveVisitor(VISIT, OFFICE_ID, PASSPORTS, Channel.PHONE, null);

        @Test
        void givesTheNextNumberOfTheOfficesDayBehindTheLetterOfTheService() {
            assertThat(VisitDecider.decide(null, arrive, premises(0, null)))
                    .isEqualTo(Decision.accept(
                            new VisitorArrived(VISIT, OFFICE_ID, Channel.PHONE, null),
                            new TicketIssued(VISIT, "B007", PASSPORTS),
                            new TicketNumberDrawn(OFFICE_ID, LocalDate.parse("2026-03-02"), 7, VISIT)));
        }

        @Test
        void countsTheDayOfTheOfficeAndNotOfUtc() {
            Moment lateEvening = Moment.at(minute(15 * 60 + 30), minute(15 * 60 + 30));

            Decision decision = VisitDecider.decide(
                    null,
                    arrive,
                    new VisitPremises(lateEvening, CLERK, OFFICE, null, PolicyBook.empty(), 1, Set.of(), 2));

            assertThat(((Decision.Accepted) decision).facts())
                    .contains(new TicketNumberDrawn(OFFICE_ID, LocalDate.parse("2026-03-03"), 1, VISIT));
        }

        @Test
        void usesTwoLettersForTheTwentySeventhService() {
            ServiceOffered[] offers = new ServiceOffered[27];
            for (int i = 0; i < offers.length; i++) {
                offers[i] = new ServiceOffered(OFFICE_ID, new ServiceId("s" + i), Sample.name(), null);
            }
            Decision decision = VisitDecider.decide(
                    null,
                    new ArriveVisitor(VISIT, OFFICE_ID, new ServiceId("s26"), Channel.IN_PERSON, null),
                    new VisitPremises(at(0), CLERK, Sample.office(offers), null, PolicyBook.empty(), 12, Set.of(), 2));

            assertThat(((Decision.Accepted) decision).facts())
                    .contains(new TicketIssued(VISIT, "AA012", new ServiceId("s26")));
        }

        @Test
        void isRefusedWithoutAnOffice() {
            refused(
                    null,
                    arrive,
                    new VisitPremises(at(0), CLERK, null, null, PolicyBook.empty(), 0, Set.of(), 2),
                    VisitReason.OFFICE_UNKNOWN);
        }

        @Test
        void isRefusedByAClosedOffice() {
            refused(
                    null,
                    arrive,
                    new VisitPremises(
                            at(0),
                            CLERK,
                            Sample.office(new OfficeClosed(OFFICE_ID, "moved")),
                            null,
                            PolicyBook.empty(),
                            1,
                            Set.of(),
                            2),
                    VisitReason.OFFICE_CLOSED);
        }

        @Test
        void isRefusedForAServiceThatIsNotOffered() {
            refused(
                    null,
                    new ArriveVisitor(VISIT, OFFICE_ID, new ServiceId("haircut"), Channel.PHONE, null),
                    premises(0, null),
                    VisitReason.SERVICE_NOT_OFFERED);
        }

        @Test
        void happensOnce() {
            refused(fold(waiting()), arrive, premises(1, null), VisitReason.VISIT_EXISTS);
        }
    }

    @Nested
    class Time {
        @Test
        void mayBeGivenLate() {
            Moment late = Moment.at(minute(600), minute(5));

            assertThat(VisitDecider.decide(
                            fold(waiting()),
                            new AbandonVisit(VISIT),
                            new VisitPremises(late, CLERK, OFFICE, null, PolicyBook.empty(), 0, Set.of(), 2)))
                    .isEqualTo(Decision.accept(new VisitorAbandoned(VISIT, 1)));
        }

        @Test
        void mayRunAheadAsFarAsClocksDo() {
            accepted(fold(waiting()), new AbandonVisit(VISIT), ahead(300_000), new VisitorAbandoned(VISIT, 1));
            refused(fold(waiting()), new AbandonVisit(VISIT), ahead(300_001), PlatformReason.IN_THE_FUTURE);
        }

        @Test
        void doesNotGoBackInsideALeg() {
            Visit visit = fold(waiting());

            accepted(visit, new AbandonVisit(VISIT), happened(0), new VisitorAbandoned(VISIT, 1));
            refused(visit, new AbandonVisit(VISIT), happened(-1), PlatformReason.BEFORE_LAST_FACT);
        }

        @Test
        void ofNowFollowsTheLastFactWhoseClockRanAhead() {
            VisitPremises now = new VisitPremises(
                    Moment.now(NINE.minusSeconds(2)), CLERK, OFFICE, null, PolicyBook.empty(), 0, Set.of(), 2);

            assertThat(VisitDecider.decide(fold(waiting()), new AbandonVisit(VISIT), now))
                    .isEqualTo(new Decision.Accepted(List.of(new VisitorAbandoned(VISIT, 1)), NINE));
        }

        private static VisitPremises ahead(long millis) {
            return new VisitPremises(
                    Moment.at(minute(5), minute(5).plusMillis(millis)),
                    CLERK,
                    OFFICE,
                    null,
                    PolicyBook.empty(),
                    0,
                    Set.of(),
                    2);
        }

        private static VisitPremises happened(long millis) {
            return new VisitPremises(
                    Moment.at(minute(9), NINE.plusMillis(millis)),
                    CLERK,
                    OFFICE,
                    null,
                    PolicyBook.empty(),
                    0,
                    Set.of(),
                    2);
        }
    }

    @Nested
    class Call {
        @Test
        void engagesTheDesk() {
            accepted(
                    fold(waiting()),
                    new CallVisitor(VISIT, ONE, null),
                    premises(5, FREE),
                    new VisitorCalled(VISIT, 1, ONE, ANNA),
                    new DeskEngaged(OFFICE_ID, ONE, VISIT, 1));
        }

        @Test
        void needsSomebodyAtTheDesk() {
            refused(fold(waiting()), new CallVisitor(VISIT, ONE, null), premises(5, null), VisitReason.DESK_CLOSED);
        }

        @Test
        void waitsForTheEndOfABreak() {
            Desk paused = Desk.evolve(FREE, new BreakStarted(OFFICE_ID, ONE, ANNA), NINE);

            refused(fold(waiting()), new CallVisitor(VISIT, ONE, null), premises(5, paused), VisitReason.DESK_ON_BREAK);
        }

        @Test
        void isRefusedWhileTheDeskHasAnotherVisitor() {
            refused(fold(waiting()), new CallVisitor(VISIT, ONE, null), premises(5, ENGAGED), VisitReason.DESK_ENGAGED);
        }

        @Test
        void isRefusedWhenSomebodyElseSitsThere() {
            refused(
                    fold(waiting()),
                    new CallVisitor(VISIT, ONE, BOHDAN),
                    premises(5, FREE),
                    VisitReason.STAFF_NOT_AT_DESK);
        }

        @Test
        void isRefusedWhenTheVisitorIsAtADeskAlready() {
            refused(
                    called(),
                    new CallVisitor(VISIT, TWO, null),
                    premises(5, Sample.open(TWO, BOHDAN)),
                    VisitReason.VISIT_STATE);
        }

        @Test
        void keepsToTheDeskAndThePersonThatATransferAskedFor() {
            Visit forDesk = fold(with(served(), new LegTransferred(VISIT, 1, ADVICE, TWO, null)));
            Visit forBohdan = fold(with(served(), new LegTransferred(VISIT, 1, ADVICE, null, BOHDAN)));

            refused(forDesk, new CallVisitor(VISIT, ONE, null), premises(9, FREE), VisitReason.LEG_RESERVED);
            refused(forBohdan, new CallVisitor(VISIT, ONE, null), premises(9, FREE), VisitReason.LEG_RESERVED);
            accepted(
                    forBohdan,
                    new CallVisitor(VISIT, TWO, null),
                    premises(9, Sample.open(TWO, BOHDAN)),
                    new VisitorCalled(VISIT, 2, TWO, BOHDAN),
                    new DeskEngaged(OFFICE_ID, TWO, VISIT, 2));
        }
    }

    @Nested
    class Called {
        @Test
        void mayBeCalledAgainUpToTheLimit() {
            accepted(
                    called(), new RecallVisitor(VISIT), premises(5, ENGAGED), new VisitorRecalled(VISIT, 1, ONE, ANNA));
            Visit often = fold(with(
                    waiting(),
                    new VisitorCalled(VISIT, 1, ONE, ANNA),
                    new VisitorRecalled(VISIT, 1, ONE, ANNA),
                    new VisitorRecalled(VISIT, 1, ONE, ANNA)));
            refused(often, new RecallVisitor(VISIT), premises(5, ENGAGED), VisitReason.RECALL_LIMIT);
        }

        @Test
        void goesBackToTheQueueAndFreesTheDesk() {
            accepted(called(), new RecycleLeg(VISIT), premises(5, ENGAGED), new LegRecycled(VISIT, 1), released());
        }

        @Test
        void isANoShowAndFreesTheDesk() {
            accepted(called(), new MarkNoShow(VISIT), premises(5, ENGAGED), new VisitorNoShow(VISIT, 1), released());
        }

        @Test
        void startsAtTheDeskThatCalled() {
            accepted(called(), new StartService(VISIT), premises(5, ENGAGED), new ServiceStarted(VISIT, 1, ONE, ANNA));
        }

        @Test
        void cannotBeHeldFinishedTransferredResumedOrAbandoned() {
            for (LegCommand command : List.of(
                    new HoldService(VISIT, null),
                    new FinishService(VISIT, null),
                    new TransferLeg(VISIT, PASSPORTS, null, null),
                    new ResumeService(VISIT),
                    new AbandonVisit(VISIT))) {
                refused(called(), command, premises(5, ENGAGED), VisitReason.VISIT_STATE);
            }
        }
    }

    @Nested
    class InService {
        @Test
        void pausesAndGoesOn() {
            accepted(
                    fold(served()),
                    new HoldService(VISIT, "form"),
                    premises(5, ENGAGED),
                    new ServiceHeld(VISIT, 1, "form"));
            Visit held = fold(with(served(), new ServiceHeld(VISIT, 1, null)));
            accepted(held, new ResumeService(VISIT), premises(5, ENGAGED), new ServiceResumed(VISIT, 1));
            refused(held, new HoldService(VISIT, null), premises(5, ENGAGED), VisitReason.VISIT_STATE);
        }

        @Test
        void finishesAndFreesTheDesk() {
            accepted(
                    fold(served()),
                    new FinishService(VISIT, "done"),
                    premises(5, ENGAGED),
                    new ServiceFinished(VISIT, 1, "done"),
                    released());
        }

        @Test
        void freesOnlyADeskThatIsEngagedWithThisLeg() {
            Desk withAnother = Desk.evolve(FREE, new DeskEngaged(OFFICE_ID, ONE, VISIT, 2), minute(1));

            accepted(
                    fold(served()),
                    new FinishService(VISIT, null),
                    premises(5, withAnother),
                    new ServiceFinished(VISIT, 1, null));
        }

        @Test
        void transfersToAnotherServiceDeskOrPerson() {
            accepted(
                    fold(served()),
                    new TransferLeg(VISIT, PASSPORTS, null, null),
                    premises(5, ENGAGED),
                    new LegTransferred(VISIT, 1, PASSPORTS, null, null),
                    released());
            accepted(
                    fold(served()),
                    new TransferLeg(VISIT, null, TWO, BOHDAN),
                    premises(5, ENGAGED),
                    new LegTransferred(VISIT, 1, ADVICE, TWO, BOHDAN),
                    released());
        }

        @Test
        void isNotTransferredToNowhereOrToWhatTheOfficeDoesNotHave() {
            refused(
                    fold(served()),
                    new TransferLeg(VISIT, null, null, null),
                    premises(5, ENGAGED),
                    VisitReason.TRANSFER_NOWHERE);
            refused(
                    fold(served()),
                    new TransferLeg(VISIT, new ServiceId("haircut"), null, null),
                    premises(5, ENGAGED),
                    VisitReason.SERVICE_NOT_OFFERED);
            refused(
                    fold(served()),
                    new TransferLeg(VISIT, null, new DeskId("99"), null),
                    premises(5, ENGAGED),
                    VisitReason.DESK_UNKNOWN);
        }

        @Test
        void isClosedWithoutAnOutcomeFromAnyOpenStateOnceTheDayIsOver() {
            VisitClosedBySystem closed = new VisitClosedBySystem(VISIT, 1, SystemCause.RESET);
            CloseVisit close = new CloseVisit(VISIT, SystemCause.RESET);

            accepted(fold(waiting()), close, premises(MIDNIGHT, null), closed);
            accepted(called(), close, premises(MIDNIGHT, ENGAGED), closed, released());
            accepted(fold(served()), close, premises(MIDNIGHT, ENGAGED), closed, released());
        }

        /** Whatever is given as the cause: somebody who waited for hours would be in no figure. */
        @Test
        void isNotClosedWithoutAnOutcomeOnItsDay() {
            for (SystemCause cause : SystemCause.values()) {
                CloseVisit close = new CloseVisit(VISIT, cause);

                refused(fold(waiting()), close, premises(180, null), VisitReason.DAY_NOT_OVER);
                refused(called(), close, premises(MIDNIGHT - 1, ENGAGED), VisitReason.DAY_NOT_OVER);
            }
        }
    }

    @Test
    void refusesEverythingForAnUnknownVisitAndForOneThatHasEnded() {
        Visit ended = fold(with(waiting(), new VisitorAbandoned(VISIT, 1)));
        for (LegCommand command : everyLegCommand()) {
            refused(null, command, premises(5, FREE), VisitReason.VISIT_UNKNOWN);
            refused(ended, command, premises(5, FREE), VisitReason.VISIT_ENDED);
        }
        assertThat(FREE.state()).isEqualTo(DeskState.FREE);
    }

    static List<LegCommand> everyLegCommand() {
        return List.of(
                new CallVisitor(VISIT, ONE, null),
                new RecallVisitor(VISIT),
                new RecycleLeg(VISIT),
                new StartService(VISIT),
                new HoldService(VISIT, null),
                new ResumeService(VISIT),
                new TransferLeg(VISIT, PASSPORTS, null, null),
                new FinishService(VISIT, null),
                new MarkNoShow(VISIT),
                new AbandonVisit(VISIT),
                new CloseVisit(VISIT, SystemCause.TIMEOUT));
    }

    private static Visit called() {
        return fold(with(waiting(), new VisitorCalled(VISIT, 1, ONE, ANNA)));
    }

    private static List<VisitFact> served() {
        return with(waiting(), new VisitorCalled(VISIT, 1, ONE, ANNA), new ServiceStarted(VISIT, 1, ONE, ANNA));
    }

    private static DeskReleased released() {
        return new DeskReleased(OFFICE_ID, ONE, VISIT, 1);
    }

    private static List<VisitFact> with(List<VisitFact> facts, VisitFact... more) {
        List<VisitFact> all = new ArrayList<>(facts);
        all.addAll(List.of(more));
        return all;
    }

    private static void accepted(Visit visit, VisitCommand command, VisitPremises premises, Fact... facts) {
        assertThat(VisitDecider.decide(visit, command, premises)).isEqualTo(Decision.accept(facts));
    }

    private static void refused(@Nullable Visit visit, VisitCommand command, VisitPremises premises, Reason reason) {
        assertThat(VisitDecider.decide(visit, command, premises))
                .as("%s", command)
                .isInstanceOfSatisfying(
                        Decision.Declined.class,
                        no -> assertThat(no.refusal().reason()).isEqualTo(reason));
    }
}
