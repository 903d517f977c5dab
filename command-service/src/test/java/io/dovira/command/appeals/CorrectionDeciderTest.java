package io.dovira.command.appeals;

import static io.dovira.command.appeals.Registry.ASSIGNED;
import static io.dovira.command.appeals.Registry.CODE;
import static io.dovira.command.appeals.Registry.ID;
import static io.dovira.command.appeals.Registry.LODGED;
import static io.dovira.command.appeals.Registry.NINE;
import static io.dovira.command.appeals.Registry.POLICIES;
import static io.dovira.command.appeals.Registry.REGISTERED;
import static io.dovira.command.appeals.Registry.pausing;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.corrections.CorrectionReason;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.Reason;
import io.dovira.events.Fact;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.AnswerSent;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealCorrected;
import io.dovira.events.appeals.AppealCorrectionProposed;
import io.dovira.events.appeals.AppealCorrectionRejected;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.AppealField;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.InfoReceived;
import io.dovira.events.appeals.InfoRequested;
import io.dovira.events.appeals.Term;
import io.dovira.events.appeals.TermExtended;
import io.dovira.events.clocks.Limit;
import io.dovira.events.policies.PolicyBook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
                        Term.Change.NONE,
                        List.of()));
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
                CorrectionReason.ORDER_BROKEN,
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

        AppealCorrected fact = corrected(appeal, by(AppealField.ANSWERED_AT, sent.toString(), earlier.toString()));

        Appeal after = Appeal.evolve(appeal, fact, NOW);
        assertThat(after.round().firstResponse()).contains(Duration.ofHours(2));
        refused(
                CorrectionReason.ORDER_BROKEN,
                appeal,
                by(AppealField.ANSWERED_AT, sent.toString(), NINE.minusMillis(1).toString()));
        refused(
                CorrectionReason.ORDER_BROKEN,
                appeal,
                by(
                        AppealField.ANSWERED_AT,
                        sent.toString(),
                        NOW.plus(Duration.ofMinutes(6)).toString()));
    }

    @Test
    void correctsAnAnswerOnlyWhileThereIsOne() {
        refused(
                AppealReason.APPEAL_STATE,
                appeal(LODGED, REGISTERED, ASSIGNED),
                by(AppealField.OUTCOME, "SATISFIED", "REJECTED"));
    }

    @Test
    void wantsASecondPersonForWhatTermsAndFiguresRestOn() {
        Appeal appeal = appeal(LODGED, REGISTERED, ASSIGNED, ANSWERED);

        for (CorrectAppeal correct :
                List.of(by(AppealField.OUTCOME, "SATISFIED", "REJECTED"), received(NINE.toString(), SUNDAY))) {
            AppealCorrectionProposed proposed =
                    accepted(decide(appeal, correct, POLICIES), AppealCorrectionProposed.class);
            assertThat(proposed.number()).isEqualTo(1);
            assertThat(proposed.proposedBy()).isEqualTo("anna");
            assertThat(Appeal.evolve(appeal, proposed, NOW).matter()).isEqualTo(appeal.matter());
        }
        AppealCorrected alone = accepted(
                decide(appeal, by(AppealField.KIND, "COMPLAINT", "APPLICATION"), POLICIES), AppealCorrected.class);
        assertThat(alone.approvedBy()).isNull();
        assertThat(alone.proposal()).isNull();
    }

    @Test
    void theSecondPersonIsAnotherAccount() {
        Appeal waiting = proposed(by(AppealField.OUTCOME, "SATISFIED", "REJECTED"));

        refused(CorrectionReason.SECOND_PERSON_NEEDED, signed(waiting, "anna", new ApproveAppealCorrection(ID, 1)));
        refused(
                CorrectionReason.SECOND_PERSON_NEEDED,
                signed(waiting, "anna", new RejectAppealCorrection(ID, 1, "no")));
        refused(CorrectionReason.CORRECTION_UNKNOWN, signed(waiting, "petro", new ApproveAppealCorrection(ID, 2)));

        AppealCorrected fact =
                accepted(signed(waiting, "petro", new ApproveAppealCorrection(ID, 1)), AppealCorrected.class);
        assertThat(fact.approvedBy()).isEqualTo("petro");
        assertThat(fact.proposal()).isEqualTo(1);
        Appeal after = Appeal.evolve(waiting, fact, NOW);
        assertThat(after.text(AppealField.OUTCOME)).isEqualTo("REJECTED");
        refused(CorrectionReason.CORRECTION_UNKNOWN, signed(after, "petro", new ApproveAppealCorrection(ID, 1)));
    }

    @Test
    void whatIsRejectedNeverHolds() {
        Appeal waiting = proposed(by(AppealField.OUTCOME, "SATISFIED", "REJECTED"));

        Appeal after = Appeal.evolve(
                waiting,
                accepted(
                        signed(waiting, "petro", new RejectAppealCorrection(ID, 1, "it was satisfied")),
                        AppealCorrectionRejected.class),
                NOW);

        assertThat(after.text(AppealField.OUTCOME)).isEqualTo("SATISFIED");
        assertThat(after.corrections().waiting()).isEmpty();
        refused(CorrectionReason.CORRECTION_UNKNOWN, signed(after, "petro", new ApproveAppealCorrection(ID, 1)));
    }

    /** Somebody has set the same field right since. */
    @Test
    void whatIsApprovedIsStillPossible() {
        Appeal waiting = proposed(by(AppealField.OUTCOME, "SATISFIED", "REJECTED"));
        Appeal since = Appeal.evolve(
                waiting,
                new AppealCorrected(
                        ID, "e1", AppealField.OUTCOME, "SATISFIED", "EXPLAINED", "x", null, null, null, null, null),
                NOW);

        refused(CorrectionReason.WAS_DIFFERS, signed(since, "petro", new ApproveAppealCorrection(ID, 1)));
    }

    /** The clock stood still over two midnights. */
    @Test
    void countsThePausesAgainFromAnotherReceipt() {
        PolicyBook pausing = pausing(Limit.months(1));
        InfoRequested asked = new InfoRequested(ID, "appeal-normal@2");
        Appeal appeal = appeal(LODGED, REGISTERED, ASSIGNED);
        appeal = Appeal.evolve(appeal, asked, Instant.parse("2026-03-03T21:59:00Z"));
        appeal = Appeal.evolve(
                appeal,
                new InfoReceived(ID, null, Instant.parse("2026-04-04T20:59:59.999Z")),
                Instant.parse("2026-03-04T22:01:00Z"));
        Appeal waiting = Appeal.evolve(
                appeal,
                accepted(decide(appeal, received(NINE.toString(), SUNDAY), pausing), AppealCorrectionProposed.class),
                NOW);

        AppealCorrected fact = accepted(
                AppealDecider.decide(waiting, new ApproveAppealCorrection(ID, 1), premises("petro", pausing)),
                AppealCorrected.class);

        assertThat(fact.policy()).isEqualTo("appeal-normal@2");
        assertThat(fact.due()).isEqualTo(Instant.parse("2026-04-03T20:59:59.999Z"));
    }

    @Test
    void wantsNobodyElseWhereNoPolicySaysSo() {
        CorrectAppeal correct = by(AppealField.OUTCOME, "SATISFIED", "REJECTED");

        Decision decision = decide(appeal(LODGED, REGISTERED, ASSIGNED, ANSWERED), correct, PolicyBook.empty());

        assertThat(decision).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void correctsOnlyWhatTheCorrectorHasSeen() {
        Appeal appeal = appeal(LODGED);

        refused(CorrectionReason.WAS_DIFFERS, appeal, by(AppealField.KIND, "PROPOSAL", "APPLICATION"));
        refused(CorrectionReason.NOTHING_CHANGED, appeal, by(AppealField.KIND, "COMPLAINT", "COMPLAINT"));
        refused(CorrectionReason.VALUE_UNREADABLE, appeal, by(AppealField.KIND, "COMPLAINT", "LETTER"));
        refused(
                CorrectionReason.VALUE_UNREADABLE,
                appeal,
                by(AppealField.RECEIVED_AT, NINE.toString(), "+1000000-01-01T00:00:00Z"));
        refused(CorrectionReason.VALUE_UNREADABLE, appeal, by(AppealField.BENEFIT_HOLDER, "false", "yes"));
        refused(
                CorrectionReason.EVENT_UNKNOWN,
                appeal,
                new CorrectAppeal(ID, "other", AppealField.KIND, "COMPLAINT", "PROPOSAL", "x"));
    }

    @Test
    void namesTheApplicantOrTakesTheNameAway() {
        Appeal anonymous =
                Appeal.evolve(appeal(LODGED), corrected(appeal(LODGED), by(AppealField.APPLICANT, "s-1", "")), NOW);

        assertThat(anonymous.matter().applicant()).isNull();
        assertThat(Appeal.evolve(anonymous, corrected(anonymous, by(AppealField.APPLICANT, "", "s-2")), NOW)
                        .text(AppealField.APPLICANT))
                .isEqualTo("s-2");
        assertThat(anonymous.receipt()).isEqualTo(CODE.digest());
        assertThat(anonymous.matter().kind()).isEqualTo(AppealKind.COMPLAINT);
    }

    private static CorrectAppeal received(String was, String is) {
        return by(AppealField.RECEIVED_AT, was, is);
    }

    private static CorrectAppeal by(AppealField field, String was, String is) {
        return new CorrectAppeal(ID, "e1", field, was, is, "seen in the book");
    }

    private static void refused(Reason reason, Appeal appeal, CorrectAppeal correct) {
        refused(reason, decide(appeal, correct, POLICIES));
    }

    private static void refused(Reason reason, Decision decision) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Declined.class,
                        no -> assertThat(no.refusal().reason())
                                .as(no.refusal().detail())
                                .isEqualTo(reason));
    }

    /** What holds in the end: what needs a second person is approved by petro. */
    private static AppealCorrected corrected(Appeal appeal, CorrectAppeal correct) {
        Fact first = first(decide(appeal, correct, POLICIES));
        return first instanceof AppealCorrectionProposed proposed
                ? accepted(
                        signed(Appeal.evolve(appeal, proposed, NOW), "petro", new ApproveAppealCorrection(ID, 1)),
                        AppealCorrected.class)
                : (AppealCorrected) first;
    }

    private static Appeal proposed(CorrectAppeal correct) {
        Appeal appeal = appeal(LODGED, REGISTERED, ASSIGNED, ANSWERED);
        return Appeal.evolve(appeal, accepted(decide(appeal, correct, POLICIES), AppealCorrectionProposed.class), NOW);
    }

    private static <T extends Fact> T accepted(Decision decision, Class<T> type) {
        return type.cast(first(decision));
    }

    private static Fact first(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).facts().getFirst();
    }

    private static Decision decide(Appeal appeal, CorrectAppeal correct, PolicyBook policies) {
        return AppealDecider.decide(appeal, correct, premises("anna", policies));
    }

    private static Decision signed(Appeal appeal, String actor, AppealCommand command) {
        return AppealDecider.decide(appeal, command, premises(actor, POLICIES));
    }

    private static AppealPremises premises(String actor, PolicyBook policies) {
        return new AppealPremises(
                Moment.now(NOW), actor, Registry.officeInLviv(), null, policies, 0, null, Set.of("e1"));
    }

    private static Appeal appeal(AppealFact... facts) {
        @Nullable Appeal appeal = null;
        for (int i = 0; i < facts.length; i++) {
            appeal = Appeal.evolve(appeal, facts[i], NINE.plus(Duration.ofHours(i)));
        }
        return Objects.requireNonNull(appeal);
    }
}
