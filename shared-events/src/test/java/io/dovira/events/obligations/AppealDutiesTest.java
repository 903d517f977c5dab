package io.dovira.events.obligations;

import static io.dovira.events.obligations.Story.APPEAL;
import static io.dovira.events.obligations.Story.OFFICE;
import static io.dovira.events.obligations.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.OrganisationId;
import io.dovira.events.PolicyId;
import io.dovira.events.StaffId;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.AnswerSent;
import io.dovira.events.appeals.AppealAssigned;
import io.dovira.events.appeals.AppealCorrected;
import io.dovira.events.appeals.AppealField;
import io.dovira.events.appeals.AppealForwarded;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealLodged;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.AppealReopened;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.AppealWithdrawn;
import io.dovira.events.appeals.InfoReceived;
import io.dovira.events.appeals.InfoRequested;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.events.appeals.TermExtended;
import io.dovira.events.clocks.Limit;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.visits.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lodged on Friday, 6 March 2026, local time in Kyiv. */
class AppealDutiesTest {
    private static final String STREAM = APPEAL.stream();
    private static final String ANSWER = "appeal-answer";
    private static final String FORWARDING = "appeal-forward";
    private static final String REGISTRATION = "appeal-registration";

    @Test
    void isToBeRegisteredOnTheDayOfReceiptOrTheNextWorkingDay() {
        assertThat(Story.of(lodged("2026-03-06T10:00").ledger(), STREAM, REGISTRATION)
                        .due())
                .isEqualTo(at("2026-03-06T23:59:59.999"));
        assertThat(Story.of(lodged("2026-03-07T10:00").ledger(), STREAM, REGISTRATION)
                        .due())
                .isEqualTo(at("2026-03-09T23:59:59.999"));
    }

    @Test
    void owesAnAnswerFromTheReceiptOnce() {
        Ledger ledger = registered().ledger();

        assertThat(Story.of(ledger, STREAM, REGISTRATION).outcome()).isEqualTo(Outcome.MET);
        Obligation answer = Story.of(ledger, STREAM, ANSWER);
        assertThat(answer.from()).isEqualTo(at("2026-03-06T10:00"));
        assertThat(answer.at(at("2026-03-20T10:00"))).isEqualTo(ObligationState.OPEN);
        assertThat(answer.at(at("2026-04-02T10:00"))).isEqualTo(ObligationState.DUE_SOON);
        assertThat(answer.at(at("2026-04-07T00:00"))).isEqualTo(ObligationState.OVERDUE);
    }

    @Test
    void isMetByTheLastMillisecondOfTheDay() {
        assertThat(answered("2026-04-06T23:59:59.999").outcome()).isEqualTo(Outcome.MET);
        assertThat(answered("2026-04-07T00:00").outcome()).isEqualTo(Outcome.MET_LATE);
    }

    @Test
    void hasTheLongerTermOnceTheApplicantIsTold() {
        Ledger ledger = registered()
                .appeal(
                        "2026-04-01T10:00",
                        new TermExtended(
                                APPEAL,
                                at("2026-04-20T23:59:59.999"),
                                "appeal-extended@1",
                                "an expert is asked",
                                at("2026-04-01T10:00")))
                .ledger();

        Obligation answer = Story.of(ledger, STREAM, ANSWER);
        assertThat(answer.policy()).isEqualTo("appeal-extended@1");
        assertThat(answer.at(at("2026-04-10T10:00"))).isEqualTo(ObligationState.OPEN);
        assertThat(answer.turnAt(at("2026-03-20T10:00")).due())
                .as("as it was before")
                .isEqualTo(at("2026-04-06T23:59:59.999"));
    }

    @Test
    void lapsesWhenItIsTakenBack() {
        Ledger ledger = registered()
                .appeal("2026-03-10T10:00", new AppealWithdrawn(APPEAL))
                .ledger();

        assertThat(Story.of(ledger, STREAM, ANSWER).at(at("2026-05-01T10:00"))).isEqualTo(ObligationState.LAPSED);
    }

    @Test
    void opensAnotherAnswerWithAnotherRound() {
        Story story = registered()
                .appeal("2026-03-20T10:00", new AnswerSent(APPEAL, AnswerOutcome.EXPLAINED, null))
                .appeal(
                        "2026-05-01T10:00",
                        new AppealReopened(
                                APPEAL,
                                "new facts",
                                LocalDate.parse("2026-05-01"),
                                "appeal-normal@1",
                                at("2026-06-01T23:59:59.999")));

        Obligation answer = Story.of(story.ledger(), STREAM, ANSWER);
        assertThat(answer.isOpen()).isTrue();
        assertThat(answer.due()).isEqualTo(at("2026-06-01T23:59:59.999"));
    }

    @Test
    void runsOnWhileTheApplicantIsAskedUnlessThePolicySaysOtherwise() {
        Story asked = registered().appeal("2026-03-10T10:00", new InfoRequested(APPEAL, null));

        assertThat(Story.of(asked.ledger(), STREAM, ANSWER).at(at("2026-03-11T10:00")))
                .isEqualTo(ObligationState.OPEN);
    }

    @Test
    void standsStillWhileThePolicySaysSo() {
        Story story = new Story()
                .policy("2026-01-01T00:00", stopping())
                .appeal("2026-03-06T10:00", lodging())
                .appeal("2026-03-06T12:00", registration("appeal-normal@2"))
                .appeal("2026-03-10T10:00", new InfoRequested(APPEAL, "appeal-normal@2"));
        assertThat(Story.of(story.ledger(), STREAM, ANSWER).at(at("2026-05-11T10:00")))
                .isEqualTo(ObligationState.PAUSED);

        Obligation answer = Story.of(
                story.appeal("2026-03-15T10:00", new InfoReceived(APPEAL, null, at("2026-04-11T23:59:59.999")))
                        .ledger(),
                STREAM,
                ANSWER);
        assertThat(answer.due()).as("five days later").isEqualTo(at("2026-04-11T23:59:59.999"));
        assertThat(answer.at(at("2026-03-12T10:00"))).isEqualTo(ObligationState.PAUSED);
        assertThat(answer.at(at("2026-04-12T00:00"))).isEqualTo(ObligationState.OVERDUE);
    }

    /** The clock was stopped when the answer was sent, so it was in time. */
    @Test
    void isMetInTimeWhileItStandsStill() {
        Story story = new Story()
                .policy("2026-01-01T00:00", stopping())
                .appeal("2026-03-06T10:00", lodging())
                .appeal("2026-03-06T12:00", registration("appeal-normal@2"))
                .appeal("2026-03-10T10:00", new InfoRequested(APPEAL, "appeal-normal@2"))
                .appeal("2026-05-10T10:00", new AnswerSent(APPEAL, AnswerOutcome.EXPLAINED, null));

        assertThat(Story.of(story.ledger(), STREAM, ANSWER).outcome()).isEqualTo(Outcome.MET);
    }

    /** Received a day earlier than was said, while the clock stands still; what was asked for comes on the same day. */
    @Test
    void standsStillFromTheQuestionAlsoAfterACorrection() {
        Instant due = at("2026-04-05T23:59:59.999");
        Story story = new Story()
                .policy("2026-01-01T00:00", stopping())
                .appeal("2026-03-06T10:00", lodging())
                .appeal("2026-03-06T12:00", registration("appeal-normal@2"))
                .appeal("2026-03-10T10:00", new InfoRequested(APPEAL, "appeal-normal@2"))
                .appeal(
                        "2026-03-10T11:00",
                        new AppealCorrected(
                                APPEAL,
                                "e1",
                                AppealField.RECEIVED_AT,
                                at("2026-03-06T10:00").toString(),
                                at("2026-03-05T10:00").toString(),
                                "the postmark",
                                1,
                                "petro",
                                LocalDate.parse("2026-03-05"),
                                "appeal-normal@2",
                                due))
                .appeal("2026-03-10T12:00", new InfoReceived(APPEAL, null, due));

        assertThat(Story.of(story.ledger(), STREAM, ANSWER).due()).isEqualTo(due);
    }

    /** Five days from the receipt, to the end of the day. */
    @Test
    void isTakenUpOrForwardedInFiveDays() {
        Obligation undecided = Story.of(registered().ledger(), STREAM, FORWARDING);
        assertThat(undecided.due()).isEqualTo(at("2026-03-11T23:59:59.999"));
        assertThat(undecided.at(at("2026-03-08T10:00"))).isEqualTo(ObligationState.OPEN);
        assertThat(undecided.at(at("2026-03-11T10:00"))).isEqualTo(ObligationState.DUE_SOON);
        assertThat(undecided.at(at("2026-03-12T00:00"))).isEqualTo(ObligationState.OVERDUE);

        Story taken = registered().appeal("2026-03-09T10:00", new AppealAssigned(APPEAL, new StaffId("olena")));
        assertThat(Story.of(taken.ledger(), STREAM, FORWARDING).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(forwarded(registered(), "2026-03-11T23:59:59.999").outcome()).isEqualTo(Outcome.MET);
        assertThat(forwarded(registered(), "2026-03-12T00:00").outcome()).isEqualTo(Outcome.MET_LATE);
        assertThat(forwarded(taken, "2026-03-20T10:00").outcome())
                .as("taken up, and then found to be of another body")
                .isEqualTo(Outcome.MET_LATE);
    }

    private static Obligation forwarded(Story story, String at) {
        return Story.of(
                story.appeal(
                                at,
                                new AppealForwarded(
                                        APPEAL,
                                        new OrganisationId("council"),
                                        "appeal-forward@1",
                                        at("2026-03-11T23:59:59.999")))
                        .ledger(),
                STREAM,
                FORWARDING);
    }

    @Test
    void movesNoClockThatRunsWhenARuleIsPublishedForThePast() {
        Story story = lodged("2026-03-06T10:00")
                .policy(
                        "2026-03-06T11:00",
                        new PolicyPublished(
                                new PolicyId(REGISTRATION),
                                2,
                                Map.of("en", "Registration"),
                                Limit.immediately(60),
                                null,
                                null,
                                List.of(),
                                Map.of("en", "Order"),
                                at("2026-01-01T00:00"),
                                null,
                                true,
                                "late"))
                .appeal("2026-03-06T12:00", registration("appeal-normal@1"));

        Obligation registration = Story.of(story.ledger(), STREAM, REGISTRATION);
        assertThat(registration.policy()).isEqualTo("appeal-registration@1");
        assertThat(registration.outcome()).isEqualTo(Outcome.MET);
    }

    private static PolicyPublished stopping() {
        return new PolicyPublished(
                new PolicyId("appeal-normal"),
                2,
                Map.of("en", "Answer"),
                Limit.months(1),
                null,
                null,
                List.of("appeal.info-requested"),
                Map.of("en", "A law to come"),
                at("2026-01-01T00:00"),
                null,
                false,
                null);
    }

    private static Obligation answered(String at) {
        return Story.of(
                registered()
                        .appeal(at, new AnswerSent(APPEAL, AnswerOutcome.SATISFIED, null))
                        .ledger(),
                STREAM,
                ANSWER);
    }

    private static Story registered() {
        return lodged("2026-03-06T10:00").appeal("2026-03-06T12:00", registration("appeal-normal@1"));
    }

    private static Story lodged(String at) {
        return new Story().appeal(at, lodging());
    }

    private static AppealRegistered registration(String policy) {
        return new AppealRegistered(
                APPEAL, "2026/7", LocalDate.parse("2026-03-06"), policy, at("2026-04-06T23:59:59.999"));
    }

    private static AppealLodged lodging() {
        return new AppealLodged(
                APPEAL,
                OFFICE,
                Channel.POST,
                null,
                AppealKind.APPLICATION,
                AppealTopic.OTHER,
                null,
                false,
                null,
                new ReceiptCode("01234567890123456789").digest());
    }
}
