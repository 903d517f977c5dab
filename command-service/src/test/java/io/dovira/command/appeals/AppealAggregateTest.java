package io.dovira.command.appeals;

import static io.dovira.command.appeals.Registry.APPLICANT;
import static io.dovira.command.appeals.Registry.ASSIGNED;
import static io.dovira.command.appeals.Registry.CODE;
import static io.dovira.command.appeals.Registry.COUNCIL;
import static io.dovira.command.appeals.Registry.ID;
import static io.dovira.command.appeals.Registry.LODGED;
import static io.dovira.command.appeals.Registry.NINE;
import static io.dovira.command.appeals.Registry.OFFICE;
import static io.dovira.command.appeals.Registry.OLENA;
import static io.dovira.command.appeals.Registry.PETRO;
import static io.dovira.command.appeals.Registry.REGISTERED;
import static io.dovira.command.appeals.Registry.VISIT;
import static io.dovira.command.platform.AggregateFixtures.accepted;
import static io.dovira.command.platform.AggregateFixtures.command;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.intent;
import static io.dovira.command.platform.AggregateFixtures.now;
import static io.dovira.command.platform.AggregateFixtures.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.VisitId;
import io.dovira.events.appeals.AcknowledgementSent;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.AnswerSent;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealAssigned;
import io.dovira.events.appeals.AppealDeclined;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.AppealForwarded;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealLodged;
import io.dovira.events.appeals.AppealProcedure;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.AppealReopened;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.AppealWithdrawn;
import io.dovira.events.appeals.DeclineGround;
import io.dovira.events.appeals.HigherComplaintLodged;
import io.dovira.events.appeals.InfoReceived;
import io.dovira.events.appeals.InfoRequested;
import io.dovira.events.appeals.TermExtended;
import io.dovira.events.appeals.TermShortened;
import io.dovira.events.clocks.Limit;
import io.dovira.events.registers.RegisterNumberDrawn;
import io.dovira.events.visits.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The appeal is received on Monday at nine; what follows lies a minute apart; the command comes at noon. */
class AppealAggregateTest {
    private static final Instant NOON = NINE.plus(Duration.ofHours(3));
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-04-16");
    private static final AnswerSent ANSWERED = new AnswerSent(ID, AnswerOutcome.SATISFIED, null);
    private static final LodgeAppeal LODGE = new LodgeAppeal(
            ID, OFFICE, Channel.IN_PERSON, VISIT, AppealKind.COMPLAINT, AppealTopic.ROAD_SAFETY, APPLICANT, true, null);

    private final Registry registry = new Registry();

    @Nested
    class Lodging {
        @Test
        void keepsTheVisitAndGivesTheCitizenACode() {
            AppealLodged fact = new AppealLodged(
                    ID,
                    OFFICE,
                    Channel.IN_PERSON,
                    VISIT,
                    AppealKind.COMPLAINT,
                    AppealTopic.ROAD_SAFETY,
                    APPLICANT,
                    true,
                    null,
                    CODE.digest());
            sent(LODGE)
                    .expectEvents(fact)
                    .expectResultMessagePayloadMatching(accepted(1, Appeal.evolve(null, fact, NOON)));
        }

        @Test
        void happensOnce() {
            refused(AppealReason.APPEAL_EXISTS, LODGE, LODGED);
        }

        @Test
        void namesAVisitOfTheOffice() {
            refused(AppealReason.VISIT_UNKNOWN, lodgedAt(OFFICE, new VisitId("v2")));
            registry.visitOffice = new OfficeId("kyiv-01");
            refused(AppealReason.VISIT_UNKNOWN, LODGE);
        }

        @Test
        void needsAnOffice() {
            refused(AppealReason.OFFICE_UNKNOWN, lodgedAt(new OfficeId("nowhere"), VISIT));
        }

        private static LodgeAppeal lodgedAt(OfficeId office, VisitId visit) {
            return new LodgeAppeal(
                    ID, office, Channel.IN_PERSON, visit, AppealKind.PROPOSAL, AppealTopic.OTHER, null, false, null);
        }
    }

    @Nested
    class Registration {
        @Test
        void takesTheNextNumberAndCountsTheTermFromTheReceipt() {
            sent(new RegisterAppeal(ID, AppealProcedure.NORMAL), LODGED).expectEvents(REGISTERED);

            assertThat(registry.drawn).isEqualTo(new RegisterNumberDrawn(OFFICE, 2026, 17, ID));
        }

        @Test
        void happensOnce() {
            refused(AppealReason.APPEAL_STATE, new RegisterAppeal(ID, AppealProcedure.NORMAL), LODGED, REGISTERED);
            assertThat(registry.drawn).isNull();
        }

        @Test
        void stillCountsFromTheReceiptWhenItComesDaysLater() {
            sentAt(intent(NINE.plus(Duration.ofDays(4))), new RegisterAppeal(ID, AppealProcedure.NORMAL), LODGED)
                    .expectEvents(REGISTERED);
        }
    }

    @Nested
    class Assignment {
        @Test
        void putsSomebodyInCharge() {
            sent(new AssignAppeal(ID, OLENA, null), LODGED, REGISTERED).expectEvents(ASSIGNED);
        }

        @Test
        void isToldOfTheOneThatWasFaster() {
            refused(AppealReason.APPEAL_ASSIGNED, new AssignAppeal(ID, PETRO, null), LODGED, REGISTERED, ASSIGNED);
        }

        @Test
        void replacesWhomItNames() {
            sent(new AssignAppeal(ID, PETRO, OLENA), LODGED, REGISTERED, ASSIGNED)
                    .expectEvents(new AppealAssigned(ID, PETRO));
            refused(AppealReason.APPEAL_ASSIGNED, new AssignAppeal(ID, OLENA, PETRO), LODGED, REGISTERED, ASSIGNED);
            refused(AppealReason.APPEAL_ASSIGNED, new AssignAppeal(ID, OLENA, PETRO), LODGED, REGISTERED);
        }

        @Test
        void changesSomething() {
            refused(AppealReason.NOTHING_CHANGED, new AssignAppeal(ID, OLENA, OLENA), LODGED, REGISTERED, ASSIGNED);
        }

        @Test
        void comesAfterTheRegistration() {
            refused(AppealReason.APPEAL_STATE, new AssignAppeal(ID, OLENA, null), LODGED);
        }
    }

    @Nested
    class Work {
        @Test
        void goesFromQuestionToReplyToAnswer() {
            sent(new RequestInfo(ID), LODGED, REGISTERED, ASSIGNED).expectEvents(new InfoRequested(ID, null));
            sent(new ReceiveInfo(ID, null), LODGED, REGISTERED, ASSIGNED, new InfoRequested(ID, null))
                    .expectEvents(new InfoReceived(ID, null, null));
            sent(new SendAnswer(ID, AnswerOutcome.SATISFIED, null), LODGED, REGISTERED, ASSIGNED)
                    .expectEvents(ANSWERED);
            sent(
                            new SendAnswer(ID, AnswerOutcome.SATISFIED, null),
                            LODGED,
                            REGISTERED,
                            ASSIGNED,
                            new InfoRequested(ID, null))
                    .expectEvents(ANSWERED);
        }

        /** Local time in Kyiv, where summer time begins in the night to 29 March: nights count, whatever their length, and hours do not. */
        @ParameterizedTest
        @CsvSource({
            // asked, replied, due in UTC
            "2026-03-02T10:00, 2026-03-02T23:59:59.999, 2026-04-02T20:59:59.999Z",
            "2026-03-02T23:59:59.999, 2026-03-03T00:00, 2026-04-03T20:59:59.999Z",
            "2026-03-28T12:00, 2026-03-29T02:59:59, 2026-04-03T20:59:59.999Z",
            "2026-03-28T12:00, 2026-03-29T04:00, 2026-04-03T20:59:59.999Z",
            "2026-03-27T23:59, 2026-03-30T00:01, 2026-04-05T20:59:59.999Z",
            "2026-04-02T23:59:59.998, 2026-12-02T10:00, 2026-12-02T21:59:59.999Z"
        })
        void standStillWhileTheApplicantIsAskedWhereTheRuleSaysSo(String asked, String replied, String due) {
            registry.policies = Registry.pausing(Limit.months(1));
            AppealRegistered registered = new AppealRegistered(
                    ID, "lviv-03/2026/17", LocalDate.parse("2026-03-02"), "appeal-normal@2", REGISTERED.due());

            sentAt(intent(local(asked)), new RequestInfo(ID), LODGED, registered, ASSIGNED)
                    .expectEvents(new InfoRequested(ID, "appeal-normal@2"));
            Appeal waiting = Appeal.evolve(null, LODGED, NINE);
            for (AppealFact fact : List.of(registered, ASSIGNED)) {
                waiting = Appeal.evolve(waiting, fact, NINE);
            }
            waiting = Appeal.evolve(waiting, new InfoRequested(ID, "appeal-normal@2"), local(asked));

            assertThat(AppealDecider.decide(
                            waiting,
                            new ReceiveInfo(ID, null),
                            new AppealPremises(
                                    Moment.now(local(replied)),
                                    "anna",
                                    Registry.officeInLviv(),
                                    null,
                                    registry.policies,
                                    0,
                                    null,
                                    Set.of())))
                    .isEqualTo(Decision.accept(new InfoReceived(ID, null, Instant.parse(due))));
        }

        /** What had run out before anybody asked stays run out; by seconds and working time it counts as {@code DeadlineTest} says. */
        @Test
        void doesNotMoveATermThatWasOverWhenItWasAsked() {
            registry.policies = Registry.pausing(Limit.days(1));
            Instant due = Instant.parse("2026-03-01T21:59:59.999Z");
            AppealRegistered registered =
                    new AppealRegistered(ID, "lviv-03/2026/17", LocalDate.parse("2026-02-28"), "appeal-normal@2", due);

            sent(new ReceiveInfo(ID, null), LODGED, registered, ASSIGNED, new InfoRequested(ID, "appeal-normal@2"))
                    .expectEvents(new InfoReceived(ID, null, due));
        }

        @Test
        void canStillBeExtendedWhileItStandsStill() {
            registry.policies = Registry.pausing(Limit.months(1));
            AppealRegistered registered = new AppealRegistered(
                    ID, "lviv-03/2026/17", LocalDate.parse("2026-03-02"), "appeal-normal@2", REGISTERED.due());

            sentAt(
                            intent(REGISTERED.due().plusMillis(1)),
                            new ExtendTerm(ID, LocalDate.parse("2026-04-16"), "x", NOON),
                            LODGED,
                            registered,
                            ASSIGNED,
                            new InfoRequested(ID, "appeal-normal@2"))
                    .expectEvents(new TermExtended(
                            ID, Instant.parse("2026-04-16T20:59:59.999Z"), "appeal-extended@1", "x", NOON));
        }

        private static Instant local(String at) {
            return LocalDateTime.parse(at).atZone(ZoneId.of("Europe/Kyiv")).toInstant();
        }

        @Test
        void needsSomebodyInCharge() {
            refused(AppealReason.APPEAL_STATE, new SendAnswer(ID, AnswerOutcome.SATISFIED, null), LODGED, REGISTERED);
            refused(AppealReason.APPEAL_STATE, new RequestInfo(ID), LODGED, REGISTERED);
        }

        @Test
        void hasNoReplyWithoutAQuestion() {
            refused(AppealReason.APPEAL_STATE, new ReceiveInfo(ID, null), LODGED, REGISTERED, ASSIGNED);
        }

        @Test
        void isAcknowledgedByAPersonOrByAMachine() {
            sent(new SendAcknowledgement(ID, true), LODGED).expectEvents(new AcknowledgementSent(ID, true));
            sent(new SendAcknowledgement(ID, false), LODGED, REGISTERED)
                    .expectEvents(new AcknowledgementSent(ID, false));
            refused(
                    AppealReason.APPEAL_STATE,
                    new SendAcknowledgement(ID, false),
                    LODGED,
                    REGISTERED,
                    ASSIGNED,
                    ANSWERED);
        }
    }

    @Nested
    class Ends {
        @Test
        void forwardingKeepsItsOwnLimit() {
            sent(new ForwardAppeal(ID, COUNCIL), LODGED, REGISTERED)
                    .expectEvents(new AppealForwarded(
                            ID, COUNCIL, "appeal-forward@1", Instant.parse("2026-03-07T21:59:59.999Z")));
        }

        @Test
        void refusingToConsiderNeedsAGroundThatFits() {
            sent(new DeclineAppeal(ID, DeclineGround.REPEAT, new AppealId("a0")), LODGED, REGISTERED)
                    .expectEvents(new AppealDeclined(ID, DeclineGround.REPEAT, new AppealId("a0")));
            sent(new DeclineAppeal(ID, DeclineGround.OUT_OF_TERM, null), LODGED, REGISTERED)
                    .expectEvents(new AppealDeclined(ID, DeclineGround.OUT_OF_TERM, null));
            refused(
                    AppealReason.GROUND_UNFIT,
                    new DeclineAppeal(ID, DeclineGround.ANONYMOUS, null),
                    LODGED,
                    REGISTERED);
            refused(
                    AppealReason.GROUND_UNFIT,
                    new DeclineAppeal(ID, DeclineGround.OUT_OF_TERM, new AppealId("a0")),
                    LODGED,
                    REGISTERED);
            refused(AppealReason.GROUND_UNFIT, new DeclineAppeal(ID, DeclineGround.REPEAT, ID), LODGED, REGISTERED);
        }

        @Test
        void onlyAComplaintComesTooLate() {
            AppealLodged application = new AppealLodged(
                    ID,
                    OFFICE,
                    Channel.POST,
                    null,
                    AppealKind.APPLICATION,
                    AppealTopic.OTHER,
                    null,
                    false,
                    null,
                    CODE.digest());
            refused(
                    AppealReason.GROUND_UNFIT,
                    new DeclineAppeal(ID, DeclineGround.OUT_OF_TERM, null),
                    application,
                    REGISTERED);
            sent(new DeclineAppeal(ID, DeclineGround.ANONYMOUS, null), application, REGISTERED)
                    .expectEvents(new AppealDeclined(ID, DeclineGround.ANONYMOUS, null));
        }

        @Test
        void itIsTakenBackWhileItIsOpen() {
            sent(new WithdrawAppeal(ID), LODGED).expectEvents(new AppealWithdrawn(ID));
            refused(AppealReason.APPEAL_STATE, new WithdrawAppeal(ID), LODGED, new AppealWithdrawn(ID));
        }

        @Test
        void onlyAnAnswerIsFollowedByAnotherRound() {
            sent(new ReopenAppeal(ID, AppealProcedure.SIMPLE, "new evidence"), LODGED, REGISTERED, ASSIGNED, ANSWERED)
                    .expectEvents(new AppealReopened(
                            ID,
                            "new evidence",
                            LocalDate.parse("2026-03-02"),
                            "appeal-simple@1",
                            Instant.parse("2026-03-17T21:59:59.999Z")));
            refused(
                    AppealReason.APPEAL_STATE,
                    new ReopenAppeal(ID, AppealProcedure.NORMAL, "x"),
                    LODGED,
                    new AppealWithdrawn(ID));
        }

        @Test
        void higherBodiesHearOfResults() {
            sent(new LodgeHigherComplaint(ID, COUNCIL), LODGED, REGISTERED, ASSIGNED, ANSWERED)
                    .expectEvents(new HigherComplaintLodged(ID, COUNCIL));
            refused(AppealReason.APPEAL_STATE, new LodgeHigherComplaint(ID, COUNCIL), LODGED, REGISTERED, ASSIGNED);
        }
    }

    @Nested
    class Terms {
        private static final Instant TOLD = NINE.plus(Duration.ofHours(2));

        @Test
        void areExtendedToTheLastDayThatTheLawAllows() {
            sent(new ExtendTerm(ID, LAST_DAY, "expert opinion", TOLD), LODGED, REGISTERED, ASSIGNED)
                    .expectEvents(new TermExtended(
                            ID,
                            Instant.parse("2026-04-16T20:59:59.999Z"),
                            "appeal-extended@1",
                            "expert opinion",
                            TOLD));
        }

        @Test
        void areNeverExtendedADayFurther() {
            refused(
                    AppealReason.TERM_TOO_LONG,
                    new ExtendTerm(ID, LAST_DAY.plusDays(1), "x", TOLD),
                    LODGED,
                    REGISTERED,
                    ASSIGNED);
        }

        @Test
        void areExtendedForwards() {
            refused(
                    AppealReason.TERM_NOT_LONGER,
                    new ExtendTerm(ID, LocalDate.parse("2026-04-02"), "x", TOLD),
                    LODGED,
                    REGISTERED,
                    ASSIGNED);
        }

        @Test
        void areExtendedOnlyOnceTheApplicantWasTold() {
            for (Instant told : List.of(NOON.plusMillis(1), NINE.minusMillis(1))) {
                refused(
                        AppealReason.APPLICANT_NOT_TOLD,
                        new ExtendTerm(ID, LAST_DAY, "x", told),
                        LODGED,
                        REGISTERED,
                        ASSIGNED);
            }
        }

        @Test
        void areNotExtendedWhenTheyAreOver() {
            Instant due = REGISTERED.due();
            ExtendTerm extend = new ExtendTerm(ID, LAST_DAY, "x", TOLD);

            sentAt(intent(due), extend, LODGED, REGISTERED, ASSIGNED).expectSuccessfulHandlerExecution();
            sentAt(intent(due.plusMillis(1)), extend, LODGED, REGISTERED, ASSIGNED)
                    .expectNoEvents()
                    .expectResultMessagePayloadMatching(declined(AppealReason.TERM_OVER));
        }

        @Test
        void areShortenedToALaterDayThanNow() {
            sent(new ShortenTerm(ID, LocalDate.parse("2026-03-20"), "a trial"), LODGED, REGISTERED, ASSIGNED)
                    .expectEvents(new TermShortened(ID, Instant.parse("2026-03-20T21:59:59.999Z"), "a trial"));
            refused(
                    AppealReason.TERM_NOT_SHORTER,
                    new ShortenTerm(ID, LocalDate.parse("2026-04-02"), "x"),
                    LODGED,
                    REGISTERED,
                    ASSIGNED);
            refused(
                    AppealReason.TERM_OVER,
                    new ShortenTerm(ID, LocalDate.parse("2026-03-01"), "x"),
                    LODGED,
                    REGISTERED,
                    ASSIGNED);
        }

        @Test
        void ofAnotherRoundAreMeasuredFromIt() {
            AppealReopened reopened = new AppealReopened(
                    ID,
                    "x",
                    LocalDate.parse("2026-03-02"),
                    "appeal-simple@1",
                    Instant.parse("2026-03-17T21:59:59.999Z"));
            Instant later = NINE.plus(Duration.ofDays(3));

            sentAt(
                            intent(later),
                            new ExtendTerm(ID, LAST_DAY, "x", later),
                            LODGED,
                            REGISTERED,
                            ASSIGNED,
                            ANSWERED,
                            reopened)
                    .expectEvents(new TermExtended(
                            ID, Instant.parse("2026-04-16T20:59:59.999Z"), "appeal-extended@1", "x", later));
        }
    }

    @Test
    void nothingHappensBeforeWhatHappenedAlready() {
        sentAt(intent(NINE.minusMillis(1)), new WithdrawAppeal(ID), LODGED)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.BEFORE_LAST_FACT));
    }

    @Test
    void whatHappensNowFollowsAFactFromAClockThatRanAhead() {
        sentAt(now(NINE.minusSeconds(30)), new RegisterAppeal(ID, AppealProcedure.NORMAL), LODGED)
                .expectEvents(REGISTERED);
    }

    @Test
    void nothingHappensToAnAppealThatIsNotThere() {
        refused(AppealReason.APPEAL_UNKNOWN, new WithdrawAppeal(ID));
    }

    @Test
    void refusesAnOfficeOutsideTheScope() {
        Intent elsewhere = intent(NOON, new OfficeId("other"));
        for (AppealCommand command : List.of(LODGE, new WithdrawAppeal(ID))) {
            ResultValidator<AppealAggregate> result =
                    command instanceof LodgeAppeal ? sentAt(elsewhere, command) : sentAt(elsewhere, command, LODGED);
            result.expectNoEvents().expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
        }
    }

    private void refused(Reason reason, AppealCommand command, AppealFact... past) {
        sent(command, past).expectNoEvents().expectResultMessagePayloadMatching(declined(reason));
    }

    private ResultValidator<AppealAggregate> sent(AppealCommand command, AppealFact... past) {
        return sentAt(intent(NOON), command, past);
    }

    private ResultValidator<AppealAggregate> sentAt(Intent intent, AppealCommand command, AppealFact... past) {
        AggregateTestFixture<AppealAggregate> fixture = fixture(AppealAggregate.class, registry);
        return when(fixture, NINE, List.of(past), command(Appeals.SUBJECT, ID.stream(), command, intent));
    }
}
