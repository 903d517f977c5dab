package io.dovira.command.visits;

import static io.dovira.command.visits.Sample.ADVICE;
import static io.dovira.command.visits.Sample.ANNA;
import static io.dovira.command.visits.Sample.BOHDAN;
import static io.dovira.command.visits.Sample.CLERK;
import static io.dovira.command.visits.Sample.ONE;
import static io.dovira.command.visits.Sample.PASSPORTS;
import static io.dovira.command.visits.Sample.VISIT;
import static io.dovira.command.visits.Sample.fold;
import static io.dovira.command.visits.Sample.minute;
import static io.dovira.command.visits.Sample.premises;
import static io.dovira.command.visits.Sample.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.corrections.CorrectionReason;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Reason;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.LegTransferred;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceHeld;
import io.dovira.events.visits.ServiceResumed;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitCorrectionProposed;
import io.dovira.events.visits.VisitCorrectionRejected;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorCalled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The visit: queued at minute 0, called 1, started 2, held 3, resumed 4, finished 5. */
class CorrectionDeciderTest {
    private final Visit finished = visit(
            new VisitorCalled(VISIT, 1, ONE, ANNA),
            new ServiceStarted(VISIT, 1, ONE, ANNA),
            new ServiceHeld(VISIT, 1, null),
            new ServiceResumed(VISIT, 1),
            new ServiceFinished(VISIT, 1, null));
    private final Visit inService =
            visit(new VisitorCalled(VISIT, 1, ONE, ANNA), new ServiceStarted(VISIT, 1, ONE, ANNA));

    @Test
    void setsATimeRightAndKeepsWhatItWas() {
        assertThat(VisitDecider.decide(finished, correct(CorrectedField.ENDED_AT, at(5), at(8)), premises(9, null)))
                .isEqualTo(Decision.accept(new VisitCorrected(
                        VISIT, "e1", 1, CorrectedField.ENDED_AT, at(5), at(8), "seen on camera", null, null, null)));
    }

    @Test
    void readsTheSameTimeWhateverItsForm() {
        assertThat(VisitDecider.decide(
                        finished,
                        correct(CorrectedField.CALLED_AT, "2026-03-02T07:01:00.000Z", "2026-03-02T07:01:30.0Z"),
                        premises(9, null)))
                .isEqualTo(Decision.accept(new VisitCorrected(
                        VISIT,
                        "e1",
                        1,
                        CorrectedField.CALLED_AT,
                        "2026-03-02T07:01:00Z",
                        "2026-03-02T07:01:30Z",
                        "seen on camera",
                        null,
                        null,
                        null)));
    }

    @Test
    void refusesWhenTheFieldSaysSomethingElseThanTheCorrectorSaw() {
        refused(finished, correct(CorrectedField.CALLED_AT, at(3), at(2)), CorrectionReason.WAS_DIFFERS);
        refused(inService, correct(CorrectedField.ENDED_AT, at(3), at(4)), CorrectionReason.WAS_DIFFERS);
    }

    @Test
    void refusesWhatWouldPutTheTimesOutOfOrder() {
        refused(finished, correct(CorrectedField.CALLED_AT, at(1), at(3)), CorrectionReason.ORDER_BROKEN);
        refused(finished, correct(CorrectedField.QUEUED_AT, at(0), at(2)), CorrectionReason.ORDER_BROKEN);
        refused(finished, correct(CorrectedField.QUEUED_AT, at(0), at(-1)), CorrectionReason.ORDER_BROKEN);
        refused(finished, correct(CorrectedField.ENDED_AT, at(5), at(1)), CorrectionReason.ORDER_BROKEN);
        refused(finished, correct(CorrectedField.ENDED_AT, at(5), at(500)), CorrectionReason.ORDER_BROKEN);
    }

    @Test
    void refusesAServiceShorterThanItsHold() {
        refused(
                finished,
                correct(CorrectedField.STARTED_AT, at(2), "2026-03-02T07:04:30Z"),
                CorrectionReason.ORDER_BROKEN);
    }

    @Test
    void refusesAnEndAfterTheNextLegWasQueued() {
        Visit transferred = visit(
                new VisitorCalled(VISIT, 1, ONE, ANNA),
                new ServiceStarted(VISIT, 1, ONE, ANNA),
                new LegTransferred(VISIT, 1, PASSPORTS, null, null));

        refused(transferred, correct(CorrectedField.ENDED_AT, at(3), at(4)), CorrectionReason.ORDER_BROKEN);
    }

    @Test
    void nextFactMayNotComeBeforeACorrectedTime() {
        Decision decision =
                VisitDecider.decide(inService, correct(CorrectedField.STARTED_AT, at(2), at(6)), premises(9, null));
        VisitCorrected fact =
                (VisitCorrected) ((Decision.Accepted) decision).facts().getFirst();
        Visit corrected = Visit.evolve(inService, fact, minute(9));

        assertThat(VisitDecider.decide(corrected, new FinishService(VISIT, null), premises(5, null)))
                .isInstanceOf(Decision.Declined.class);
        assertThat(VisitDecider.decide(corrected, new FinishService(VISIT, null), premises(6, null)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void setsTheServiceRightWhenTheOfficeKnowsIt() {
        assertThat(VisitDecider.decide(
                        finished, correct(CorrectedField.SERVICE, "advice", "passports"), premises(9, null)))
                .isInstanceOf(Decision.Accepted.class);
        refused(finished, correct(CorrectedField.SERVICE, "advice", "haircut"), VisitReason.SERVICE_NOT_OFFERED);
    }

    @Test
    void movesAnEndedLegToAnotherDeskOrPersonButNotAnOpenOne() {
        assertThat(VisitDecider.decide(finished, correct(CorrectedField.DESK, "1", "2"), premises(9, null)))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(VisitDecider.decide(
                        finished, correct(CorrectedField.STAFF, ANNA.value(), BOHDAN.value()), premises(9, null)))
                .isInstanceOf(Decision.Accepted.class);
        refused(finished, correct(CorrectedField.DESK, "1", "99"), VisitReason.DESK_UNKNOWN);
        refused(inService, correct(CorrectedField.DESK, "1", "2"), VisitReason.LEG_ACTIVE);
        refused(inService, correct(CorrectedField.STAFF, "anna", "bohdan"), VisitReason.LEG_ACTIVE);
    }

    @Test
    void refusesWhatCannotBeReadOrChangesNothing() {
        refused(finished, correct(CorrectedField.CALLED_AT, at(1), "yesterday"), CorrectionReason.VALUE_UNREADABLE);
        refused(finished, correct(CorrectedField.DESK, "1", "no desk"), CorrectionReason.VALUE_UNREADABLE);
        refused(finished, correct(CorrectedField.CALLED_AT, at(1), at(1)), CorrectionReason.NOTHING_CHANGED);
    }

    @Test
    void refusesALegOrAnEventThatTheVisitDoesNotHave() {
        refused(
                finished,
                new CorrectVisit(VISIT, "e1", 2, CorrectedField.SERVICE, ADVICE.value(), "passports", "why"),
                VisitReason.LEG_UNKNOWN);
        refused(
                finished,
                new CorrectVisit(VISIT, "e9", 1, CorrectedField.SERVICE, ADVICE.value(), "passports", "why"),
                CorrectionReason.EVENT_UNKNOWN);
    }

    @Test
    void proposesWhatThePolicyWantsASecondPersonFor() {
        CorrectVisit byTen = correct(CorrectedField.ENDED_AT, at(5), at(15));

        assertThat(decide(finished, byTen, CLERK))
                .isEqualTo(Decision.accept(new VisitCorrectionProposed(
                        VISIT, 1, "e1", 1, CorrectedField.ENDED_AT, at(5), at(15), "seen on camera", CLERK)));
        assertThat(decide(finished, correct(CorrectedField.ENDED_AT, at(5), at(10)), CLERK))
                .as("five minutes")
                .isEqualTo(Decision.accept(new VisitCorrected(
                        VISIT, "e1", 1, CorrectedField.ENDED_AT, at(5), at(10), "seen on camera", null, null, null)));
        assertThat(decide(finished, correct(CorrectedField.SERVICE, "advice", "passports"), CLERK))
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        yes -> assertThat(yes.facts().getFirst()).isInstanceOf(VisitCorrectionProposed.class));
        assertThat(VisitDecider.decide(finished, byTen, premises(20, null)))
                .as("no policy in force")
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        yes -> assertThat(yes.facts().getFirst()).isInstanceOf(VisitCorrected.class));
    }

    @Test
    void proposesNothingThatCouldNotBe() {
        refused(
                decide(finished, correct(CorrectedField.ENDED_AT, at(5), at(500)), CLERK),
                CorrectionReason.ORDER_BROKEN);
        refused(decide(finished, correct(CorrectedField.DESK, "1", "99"), CLERK), VisitReason.DESK_UNKNOWN);
    }

    @Test
    void holdsWhenAnotherPersonHasSigned() {
        Visit waiting = proposed(correct(CorrectedField.ENDED_AT, at(5), at(15)));

        refused(decide(waiting, new ApproveVisitCorrection(VISIT, 1), CLERK), CorrectionReason.SECOND_PERSON_NEEDED);
        refused(
                decide(waiting, new RejectVisitCorrection(VISIT, 1, "no"), CLERK),
                CorrectionReason.SECOND_PERSON_NEEDED);
        refused(decide(waiting, new ApproveVisitCorrection(VISIT, 2), "chief"), CorrectionReason.CORRECTION_UNKNOWN);

        Decision approved = decide(waiting, new ApproveVisitCorrection(VISIT, 1), "chief");

        VisitCorrected fact = new VisitCorrected(
                VISIT, "e1", 1, CorrectedField.ENDED_AT, at(5), at(15), "seen on camera", 1, CLERK, "chief");
        assertThat(approved).isEqualTo(Decision.accept(fact));
        refused(
                decide(Visit.evolve(waiting, fact, minute(20)), new ApproveVisitCorrection(VISIT, 1), "chief"),
                CorrectionReason.CORRECTION_UNKNOWN);
    }

    @Test
    void isRejectedWithAReason() {
        Visit waiting = proposed(correct(CorrectedField.SERVICE, "advice", "passports"));

        assertThat(decide(waiting, new RejectVisitCorrection(VISIT, 1, "it was advice"), "chief"))
                .isEqualTo(Decision.accept(new VisitCorrectionRejected(VISIT, 1, "it was advice")));
    }

    /** Somebody has set the same field right since. */
    @Test
    void whatIsApprovedIsStillPossible() {
        Visit waiting = proposed(correct(CorrectedField.ENDED_AT, at(5), at(15)));
        Visit since = Visit.evolve(
                waiting,
                new VisitCorrected(VISIT, "e1", 1, CorrectedField.ENDED_AT, at(5), at(6), "seen", null, null, null),
                minute(19));

        refused(decide(since, new ApproveVisitCorrection(VISIT, 1), "chief"), CorrectionReason.WAS_DIFFERS);
    }

    private Visit proposed(CorrectVisit correct) {
        VisitCorrectionProposed fact = (VisitCorrectionProposed)
                ((Decision.Accepted) decide(finished, correct, CLERK)).facts().getFirst();
        return Visit.evolve(finished, fact, minute(19));
    }

    private static Decision decide(Visit visit, VisitCommand command, String actor) {
        return VisitDecider.decide(visit, command, premises(20, null, actor, BuiltInPolicies.book()));
    }

    private static String at(int minute) {
        return minute(minute).toString();
    }

    private static CorrectVisit correct(CorrectedField field, String was, String is) {
        return new CorrectVisit(VISIT, "e1", 1, field, was, is, "seen on camera");
    }

    private static Visit visit(VisitFact... more) {
        List<VisitFact> all = new ArrayList<>(waiting());
        all.addAll(List.of(more));
        return fold(all);
    }

    private static void refused(Visit visit, CorrectVisit command, Reason reason) {
        refused(VisitDecider.decide(visit, command, premises(9, null)), reason);
    }

    private static void refused(Decision decision, Reason reason) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Declined.class,
                        no -> assertThat(no.refusal().reason()).isEqualTo(reason));
    }
}
