package io.dovira.command.appeals;

import static io.dovira.command.appeals.Registry.ASSIGNED;
import static io.dovira.command.appeals.Registry.CODE;
import static io.dovira.command.appeals.Registry.ID;
import static io.dovira.command.appeals.Registry.LODGED;
import static io.dovira.command.appeals.Registry.NINE;
import static io.dovira.command.appeals.Registry.PETRO;
import static io.dovira.command.appeals.Registry.POLICIES;
import static io.dovira.command.appeals.Registry.REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.Reason;
import io.dovira.events.Fact;
import io.dovira.events.StaffId;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.AnswerSent;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealCorrected;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.AppealField;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.Term;
import io.dovira.events.appeals.TermExtended;
import io.dovira.events.policies.PolicyBook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Everything of an appeal that was received on Monday at nine, with facts an hour apart, is set right two days later by anna. */
class CorrectionDeciderTest {
    private static final Instant NOW = NINE.plus(Duration.ofDays(2));
    private static final String SUNDAY = "2026-03-01T10:00:00Z";
    private static final AnswerSent ANSWERED = new AnswerSent(ID, AnswerOutcome.SATISFIED, null);

    @Test
    void movesDayZeroAndTheTermWithTheReceipt() {
        Appeal appeal = appeal(LODGED, REGISTERED, ASSIGNED);

        AppealCorrected fact = corrected(appeal, received(NINE.toString(), SUNDAY));

        assertThat(fact.dayZero()).isEqualTo(LocalDate.parse("2026-03-01"));
        assertThat(fact.due()).isEqualTo(Instant.parse("2026-04-01T20:59:59.999Z"));
        assertThat(fact.policy()).isEqualTo("appeal-normal@1");
        Appeal after = Appeal.evolve(appeal, fact, NOW);
        assertThat(after.receivedAt()).isEqualTo(SUNDAY);
        assertThat(after.currentTerm())
                .isEqualTo(new Term(
                        LocalDate.parse("2026-03-01"),
                        "appeal-normal@1",
                        Instant.parse("2026-04-01T20:59:59.999Z"),
                        Term.Change.NONE));
        assertThat(after.lastAt()).isEqualTo(appeal.lastAt());
    }

    /** Otherwise somebody would have been answered before they had written. */
    @Test
    void letsNothingHappenBeforeALaterReceipt() {
        Instant later = NINE.plus(Duration.ofHours(30));
        Appeal appeal = Appeal.evolve(
                appeal(LODGED), corrected(appeal(LODGED), received(NINE.toString(), later.toString())), NOW);

        assertThat(appeal.lastAt()).isEqualTo(later);
        assertThat(AppealDecider.decide(
                        appeal,
                        new SendAcknowledgement(ID, false),
                        new AppealPremises(
                                Moment.at(NOW, later.minusMillis(1)),
                                "anna",
                                Registry.officeInLviv(),
                                null,
                                POLICIES,
                                0,
                                null,
                                Set.of())))
                .isInstanceOf(Decision.Declined.class);
    }

    @Test
    void movesNoTermBeforeTheRegistration() {
        AppealCorrected fact = corrected(appeal(LODGED), received(NINE.toString(), SUNDAY));

        assertThat(fact.due()).isNull();
        assertThat(fact.policy()).isNull();
    }

    @Test
    void leavesATermThatSomebodySetUnlessTheLawForbidsItThen() {
        Instant set = Instant.parse("2026-04-10T20:59:59.999Z");
        TermExtended extended = new TermExtended(ID, set, "appeal-extended@1", "x", NINE);
        Appeal appeal = appeal(LODGED, REGISTERED, ASSIGNED, extended);

        AppealCorrected fact = corrected(appeal, received(NINE.toString(), SUNDAY));

        assertThat(fact.due()).isEqualTo(set);
        assertThat(Objects.requireNonNull(Appeal.evolve(appeal, fact, NOW).currentTerm())
                        .change())
                .isEqualTo(Term.Change.EXTENDED);
        refused(AppealReason.TERM_TOO_LONG, appeal, received(NINE.toString(), "2026-02-20T10:00:00Z"));
    }

    @Test
    void refusesAReceiptAfterTheRegistration() {
        Appeal appeal = appeal(LODGED, REGISTERED, ASSIGNED);

        refused(
                AppealReason.ORDER_BROKEN,
                appeal,
                received(NINE.toString(), NINE.plus(Duration.ofMinutes(61)).toString()));
        corrected(
                appeal, received(NINE.toString(), NINE.plus(Duration.ofHours(1)).toString()));
    }

    @Test
    void movesTheFirstResponseWithTheAnswerThatItWas() {
        Appeal appeal = appeal(LODGED, REGISTERED, ASSIGNED, ANSWERED);
        Instant sent = NINE.plus(Duration.ofHours(3));
        Instant earlier = NINE.plus(Duration.ofHours(2));

        AppealCorrected fact =
                corrected(appeal, by(AppealField.ANSWERED_AT, sent.toString(), earlier.toString(), PETRO));

        Appeal after = Appeal.evolve(appeal, fact, NOW);
        assertThat(after.round().firstResponse()).contains(Duration.ofHours(2));
        refused(
                AppealReason.ORDER_BROKEN,
                appeal,
                by(AppealField.ANSWERED_AT, sent.toString(), NINE.minusMillis(1).toString(), PETRO));
        refused(
                AppealReason.ORDER_BROKEN,
                appeal,
                by(
                        AppealField.ANSWERED_AT,
                        sent.toString(),
                        NOW.plus(Duration.ofMinutes(6)).toString(),
                        PETRO));
    }

    @Test
    void correctsAnAnswerOnlyWhileThereIsOne() {
        refused(
                AppealReason.APPEAL_STATE,
                appeal(LODGED, REGISTERED, ASSIGNED),
                by(AppealField.OUTCOME, "SATISFIED", "REJECTED", PETRO));
    }

    @Test
    void wantsASecondPersonForWhatTermsAndFiguresRestOn() {
        Appeal appeal = appeal(LODGED, REGISTERED, ASSIGNED, ANSWERED);

        refused(AppealReason.APPROVAL_NEEDED, appeal, by(AppealField.OUTCOME, "SATISFIED", "REJECTED", null));
        refused(AppealReason.APPROVAL_NEEDED, appeal, by(AppealField.RECEIVED_AT, NINE.toString(), SUNDAY, null));
        refused(
                AppealReason.APPROVAL_BY_SELF,
                appeal,
                by(AppealField.OUTCOME, "SATISFIED", "REJECTED", new StaffId("anna")));
        assertThat(corrected(appeal, by(AppealField.KIND, "COMPLAINT", "APPLICATION", null))
                        .approvedBy())
                .isNull();
    }

    @Test
    void wantsNobodyElseWhereNoPolicySaysSo() {
        CorrectAppeal correct = by(AppealField.OUTCOME, "SATISFIED", "REJECTED", null);

        Decision decision = decide(appeal(LODGED, REGISTERED, ASSIGNED, ANSWERED), correct, PolicyBook.empty());

        assertThat(decision).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void correctsOnlyWhatTheCorrectorHasSeen() {
        Appeal appeal = appeal(LODGED);

        refused(AppealReason.WAS_DIFFERS, appeal, by(AppealField.KIND, "PROPOSAL", "APPLICATION", null));
        refused(AppealReason.NOTHING_CHANGED, appeal, by(AppealField.KIND, "COMPLAINT", "COMPLAINT", null));
        refused(AppealReason.VALUE_UNREADABLE, appeal, by(AppealField.KIND, "COMPLAINT", "LETTER", null));
        refused(
                AppealReason.VALUE_UNREADABLE,
                appeal,
                by(AppealField.RECEIVED_AT, NINE.toString(), "+1000000-01-01T00:00:00Z", PETRO));
        refused(AppealReason.VALUE_UNREADABLE, appeal, by(AppealField.BENEFIT_HOLDER, "false", "yes", null));
        refused(
                AppealReason.EVENT_UNKNOWN,
                appeal,
                new CorrectAppeal(ID, "other", AppealField.KIND, "COMPLAINT", "PROPOSAL", "x", null));
    }

    @Test
    void namesTheApplicantOrTakesTheNameAway() {
        Appeal anonymous = Appeal.evolve(
                appeal(LODGED), corrected(appeal(LODGED), by(AppealField.APPLICANT, "s-1", "", null)), NOW);

        assertThat(anonymous.matter().applicant()).isNull();
        assertThat(Appeal.evolve(anonymous, corrected(anonymous, by(AppealField.APPLICANT, "", "s-2", null)), NOW)
                        .text(AppealField.APPLICANT))
                .isEqualTo("s-2");
        assertThat(anonymous.receipt()).isEqualTo(CODE.digest());
        assertThat(anonymous.matter().kind()).isEqualTo(AppealKind.COMPLAINT);
    }

    private static CorrectAppeal received(String was, String is) {
        return by(AppealField.RECEIVED_AT, was, is, PETRO);
    }

    private static CorrectAppeal by(AppealField field, String was, String is, @Nullable StaffId approvedBy) {
        return new CorrectAppeal(ID, "e1", field, was, is, "seen in the book", approvedBy);
    }

    private static void refused(Reason reason, Appeal appeal, CorrectAppeal correct) {
        assertThat(decide(appeal, correct, POLICIES))
                .isInstanceOfSatisfying(
                        Decision.Declined.class,
                        no -> assertThat(no.refusal().reason())
                                .as(no.refusal().detail())
                                .isEqualTo(reason));
    }

    private static AppealCorrected corrected(Appeal appeal, CorrectAppeal correct) {
        Decision decision = decide(appeal, correct, POLICIES);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Fact fact = ((Decision.Accepted) decision).facts().getFirst();
        return (AppealCorrected) fact;
    }

    private static Decision decide(Appeal appeal, CorrectAppeal correct, PolicyBook policies) {
        return AppealDecider.decide(
                appeal,
                correct,
                new AppealPremises(
                        Moment.now(NOW), "anna", Registry.officeInLviv(), null, policies, 0, null, Set.of("e1")));
    }

    private static Appeal appeal(AppealFact... facts) {
        @Nullable Appeal appeal = null;
        for (int i = 0; i < facts.length; i++) {
            appeal = Appeal.evolve(appeal, facts[i], NINE.plus(Duration.ofHours(i)));
        }
        return Objects.requireNonNull(appeal);
    }
}
