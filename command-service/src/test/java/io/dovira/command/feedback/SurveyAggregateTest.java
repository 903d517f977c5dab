package io.dovira.command.feedback;

import static io.dovira.command.platform.AggregateFixtures.accepted;
import static io.dovira.command.platform.AggregateFixtures.command;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.intent;
import static io.dovira.command.platform.AggregateFixtures.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Intent;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.AnswerSent;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealAssigned;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealLodged;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.AppealReopened;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.AppealWithdrawn;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.feedback.Survey;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeClosed;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.policies.Rulebook;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitorArrived;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The survey is offered at nine; the command comes at ten. */
class SurveyAggregateTest {
    private static final SurveyId ID = new SurveyId("s.v1");
    private static final OfficeId OFFICE = new OfficeId("lviv-03");
    private static final ServiceId ADVICE = new ServiceId("advice");
    private static final VisitId VISIT = new VisitId("v1");
    private static final Map<String, String> NAME = Map.of("en", "A name");
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final SurveyOffered OFFERED =
            new SurveyOffered(ID, OFFICE, VISIT, ADVICE, null, SurveyChannel.KIOSK, null, null);
    private static final SurveyAnswered ANSWERED = new SurveyAnswered(ID, OFFICE, VISIT, ADVICE, 5, 9, "quick", null);
    private static final AnswerSurvey ANSWER = new AnswerSurvey(ID, 5, 9, "quick");

    private static final AppealId APPEAL = new AppealId("a1");
    private static final List<AppealFact> ANSWERED_APPEAL = List.of(
            new AppealRegistered(APPEAL, "lviv-03/2026/1", LocalDate.parse("2026-03-02"), "appeal-simple@1", TEN),
            new AppealAssigned(APPEAL, new StaffId("olena")),
            new AnswerSent(APPEAL, AnswerOutcome.EXPLAINED, null));

    private final FakeSurroundings surroundings = new FakeSurroundings();

    @Test
    void isOfferedForTheLastServiceOfAVisit() {
        sent(new OfferSurvey(ID, OFFICE, VISIT, null, null, SurveyChannel.KIOSK))
                .expectEvents(OFFERED)
                .expectResultMessagePayloadMatching(accepted(1, Survey.evolve(null, OFFERED, TEN)));
    }

    @Test
    void isOfferedForAnOfficeAtLarge() {
        sent(new OfferSurvey(ID, OFFICE, null, null, null, SurveyChannel.KIOSK))
                .expectEvents(new SurveyOffered(ID, OFFICE, null, null, null, SurveyChannel.KIOSK, null, null));
    }

    @Test
    void isOfferedOnce() {
        refused(
                SurveyReason.SURVEY_EXISTS,
                new OfferSurvey(ID, OFFICE, VISIT, null, null, SurveyChannel.KIOSK),
                OFFERED);
    }

    /** So that whoever asks after one visit finds what others asked: there is one answer, whichever way it comes. */
    @Test
    void ofAVisitHasTheIdThatTheVisitGives() {
        assertThat(SurveyId.of(VISIT)).isEqualTo(ID);
        assertThat(SurveyId.of(new VisitId("v".repeat(120))))
                .isEqualTo(SurveyId.of(new VisitId("v".repeat(120))))
                .isNotEqualTo(SurveyId.of(new VisitId("v".repeat(119))));
        AggregateTestFixture<SurveyAggregate> fixture = fixture(SurveyAggregate.class, surroundings);
        SurveyId other = new SurveyId("of-a-clerk");
        OfferSurvey offer = new OfferSurvey(other, OFFICE, VISIT, null, null, SurveyChannel.OTHER);
        when(fixture, NINE, List.of(), command(Surveys.SUBJECT, other.stream(), offer, intent(TEN)))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(SurveyReason.SURVEY_OF_VISIT));
    }

    @Test
    void isOfferedOnlyForWhatIsThere() {
        refused(
                SurveyReason.VISIT_UNKNOWN,
                new OfferSurvey(ID, OFFICE, new VisitId("v2"), null, null, SurveyChannel.KIOSK));
        refused(
                SurveyReason.SERVICE_NOT_OFFERED,
                new OfferSurvey(ID, OFFICE, VISIT, new ServiceId("haircut"), null, SurveyChannel.KIOSK));
        refused(
                SurveyReason.OFFICE_UNKNOWN,
                new OfferSurvey(ID, new OfficeId("nowhere"), null, null, null, SurveyChannel.KIOSK));
    }

    @Test
    void isNotOfferedForAVisitToAnotherOffice() {
        surroundings.visitOffice = new OfficeId("kyiv-01");

        refused(SurveyReason.VISIT_UNKNOWN, new OfferSurvey(ID, OFFICE, VISIT, null, null, SurveyChannel.KIOSK));
    }

    @Test
    void isOfferedForTheAnswerToAnAppeal() {
        surroundings.appeal(ANSWERED_APPEAL);

        sent(new OfferSurvey(ID, OFFICE, null, null, APPEAL, null))
                .expectEvents(new SurveyOffered(ID, OFFICE, null, null, APPEAL, SurveyChannel.APPEAL, null, null));
        sent(new OfferSurvey(ID, OFFICE, null, ADVICE, APPEAL, SurveyChannel.KIOSK))
                .expectEvents(new SurveyOffered(ID, OFFICE, null, ADVICE, APPEAL, SurveyChannel.KIOSK, null, null));
    }

    @Test
    void isOfferedOnlyOnceTheAppealHasAnAnswer() {
        OfferSurvey offer = new OfferSurvey(ID, OFFICE, null, null, APPEAL, null);
        refused(SurveyReason.APPEAL_UNKNOWN, offer);
        surroundings.appeal(ANSWERED_APPEAL.subList(0, 2));
        refused(SurveyReason.APPEAL_NOT_ANSWERED, offer);
        surroundings.appeal(List.of(ANSWERED_APPEAL.getFirst(), new AppealWithdrawn(APPEAL)));
        refused(SurveyReason.APPEAL_NOT_ANSWERED, offer);
        surroundings.appeal(ANSWERED_APPEAL);
        sentAt(intent(NINE.minusMillis(1)), offer)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.BEFORE_LAST_FACT));
    }

    @Test
    void isOfferedForAnAppealThatIsConsideredAgain() {
        List<AppealFact> again = new ArrayList<>(ANSWERED_APPEAL);
        again.add(new AppealReopened(APPEAL, "new evidence", LocalDate.parse("2026-03-02"), "appeal-simple@1", TEN));
        surroundings.appeal(again);

        sent(new OfferSurvey(ID, OFFICE, null, null, APPEAL, null))
                .expectEvents(new SurveyOffered(ID, OFFICE, null, null, APPEAL, SurveyChannel.APPEAL, null, null));
    }

    @Test
    void isOfferedForAnAppealToTheOfficeAndForNothingElse() {
        surroundings.appeal(ANSWERED_APPEAL);
        refused(SurveyReason.ONE_SUBJECT, new OfferSurvey(ID, OFFICE, VISIT, null, APPEAL, null));
        refused(SurveyReason.APPEAL_UNKNOWN, new OfferSurvey(ID, OFFICE, null, null, new AppealId("a2"), null));
        surroundings.appealOffice = new OfficeId("kyiv-01");
        surroundings.appeal(ANSWERED_APPEAL);
        refused(SurveyReason.APPEAL_UNKNOWN, new OfferSurvey(ID, OFFICE, null, null, APPEAL, null));
    }

    /** Nobody was asked, so nothing is offered: a rate of answers would be 100 % whoever passes by. */
    @Test
    void ofATabletIsAnAnswerWithoutAnOffer() {
        sent(new RateOffice(ID, OFFICE, 4, 9, "quick"))
                .expectEvents(new SurveyAnswered(ID, OFFICE, null, null, 4, 9, "quick", SurveyChannel.KIOSK));
        refused(SurveyReason.SURVEY_EXISTS, new RateOffice(ID, OFFICE, 4, null, null), OFFERED);
        refused(SurveyReason.OFFICE_UNKNOWN, new RateOffice(ID, new OfficeId("nowhere"), 4, null, null));
        surroundings.closed = true;
        refused(SurveyReason.OFFICE_CLOSED, new RateOffice(ID, OFFICE, 4, null, null));
    }

    @Test
    void ofATabletIsTakenForThreeDays() {
        RateOffice rate = new RateOffice(ID, OFFICE, 4, null, null);
        sentAt(late(Duration.ofDays(3)), rate)
                .expectEvents(new SurveyAnswered(ID, OFFICE, null, null, 4, null, null, SurveyChannel.KIOSK));
        sentAt(late(Duration.ofDays(3).plusMillis(1)), rate)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(SurveyReason.RATING_TOO_OLD));
    }

    private static Intent late(Duration by) {
        Intent now = intent(TEN);
        return new Intent(
                now.actor(),
                now.role(),
                now.offices(),
                now.correlation(),
                Moment.at(TEN, TEN.minus(by)),
                now.quality(),
                now.seed(),
                now.digest());
    }

    @Test
    void isAnsweredOnceAndForWhatWasAsked() {
        sent(ANSWER, OFFERED).expectEvents(ANSWERED);
        refused(SurveyReason.SURVEY_ANSWERED, ANSWER, OFFERED, ANSWERED);
        refused(SurveyReason.SURVEY_UNKNOWN, ANSWER);
    }

    @Test
    void isNotAnsweredWithNothing() {
        refused(SurveyReason.ANSWER_EMPTY, new AnswerSurvey(ID, null, null, null), OFFERED);
        refused(SurveyReason.ANSWER_EMPTY, new AnswerSurvey(ID, null, null, " "), OFFERED);
    }

    @Test
    void isNotAnsweredBeforeItWasOffered() {
        sentAt(intent(NINE.minusMillis(1)), ANSWER, OFFERED)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.BEFORE_LAST_FACT));
    }

    /** Until the end of the fourteenth local day, by the rule of the day of the offer. */
    @Test
    void expiresAsTheRuleOfTheDaySays() {
        surroundings.rules = BuiltInPolicies.book();
        sent(new OfferSurvey(ID, OFFICE, VISIT, null, null, SurveyChannel.TICKET))
                .expectEvents(new SurveyOffered(
                        ID,
                        OFFICE,
                        VISIT,
                        ADVICE,
                        null,
                        SurveyChannel.TICKET,
                        Instant.parse("2026-03-16T21:59:59.999Z"),
                        "feedback-survey-open@1"));
    }

    @Test
    void isAnsweredUntilItExpires() {
        SurveyOffered expiring =
                new SurveyOffered(ID, OFFICE, VISIT, ADVICE, null, SurveyChannel.KIOSK, TEN, "feedback-survey-open@1");
        sentAt(intent(TEN), ANSWER, expiring).expectEvents(ANSWERED);
        sentAt(intent(TEN.plusMillis(1)), ANSWER, expiring)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(SurveyReason.SURVEY_EXPIRED));
    }

    @Test
    void refusesAnOfficeOutsideTheScope() {
        Intent elsewhere = intent(TEN, new OfficeId("other"));
        sentAt(elsewhere, ANSWER, OFFERED)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
        sentAt(elsewhere, new OfferSurvey(ID, OFFICE, null, null, null, SurveyChannel.KIOSK))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
    }

    private void refused(Reason reason, SurveyCommand command, FeedbackFact... past) {
        sent(command, past).expectNoEvents().expectResultMessagePayloadMatching(declined(reason));
    }

    private ResultValidator<SurveyAggregate> sent(SurveyCommand command, FeedbackFact... past) {
        return sentAt(intent(TEN), command, past);
    }

    private ResultValidator<SurveyAggregate> sentAt(Intent intent, SurveyCommand command, FeedbackFact... past) {
        AggregateTestFixture<SurveyAggregate> fixture = fixture(SurveyAggregate.class, surroundings);
        return when(fixture, NINE, List.of(past), command(Surveys.SUBJECT, ID.stream(), command, intent));
    }

    private static final class FakeSurroundings implements SurveySurroundings {
        private OfficeId visitOffice = OFFICE;
        private OfficeId appealOffice = OFFICE;
        private @Nullable Appeal appeal;
        private boolean closed;
        private PolicyBook rules = PolicyBook.empty();

        /** Lodged, and what follows, all of it at nine. */
        void appeal(List<AppealFact> facts) {
            Appeal folded = Appeal.evolve(
                    null,
                    new AppealLodged(
                            APPEAL,
                            appealOffice,
                            Channel.POST,
                            null,
                            AppealKind.COMPLAINT,
                            AppealTopic.CRIME,
                            null,
                            false,
                            null,
                            new ReceiptCode("7K2QF0M9XATB4ZC8WD1N5EHR6").digest()),
                    NINE);
            for (AppealFact fact : facts) {
                folded = Appeal.evolve(folded, fact, NINE);
            }
            appeal = folded;
        }

        @Override
        public Optional<Appeal> appeal(AppealId wanted) {
            return Optional.ofNullable(appeal).filter(known -> known.id().equals(wanted));
        }

        @Override
        public Optional<Office> office(OfficeId wanted) {
            Office office = Office.evolve(
                    null,
                    new OfficeRegistered(
                            OFFICE,
                            NAME,
                            new OrganisationId("police"),
                            NAME,
                            new RegionId("lviv"),
                            NAME,
                            "Europe/Kyiv"),
                    NINE);
            office = Office.evolve(office, new ServiceOffered(OFFICE, ADVICE, NAME, null), NINE);
            office = closed ? Office.evolve(office, new OfficeClosed(OFFICE, "moved"), NINE) : office;
            return wanted.equals(OFFICE) ? Optional.of(office) : Optional.empty();
        }

        @Override
        public Optional<Visit> visit(VisitId wanted) {
            if (!wanted.equals(VISIT)) {
                return Optional.empty();
            }
            Visit visit = Visit.evolve(null, new VisitorArrived(VISIT, visitOffice, Channel.PHONE, null), NINE);
            return Optional.of(Visit.evolve(visit, new TicketIssued(VISIT, "A001", ADVICE), NINE));
        }

        @Override
        public Rulebook rules() {
            return rules;
        }
    }
}
