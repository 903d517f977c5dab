package io.dovira.events.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.corrections.Corrections;
import io.dovira.events.corrections.Proposal;
import io.dovira.events.visits.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppealTest {
    private static final AppealId ID = new AppealId("a1");
    private static final Instant START = Instant.parse("2026-03-02T07:00:00Z");
    private static final Instant DUE = Instant.parse("2026-04-02T20:59:59.999Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private @Nullable Appeal appeal;
    private Instant now = START;

    /** The known bug of others: five days, an hour and ten minutes were shown, ten minutes are true. */
    @Test
    void firstResponseAfterAReopeningIsMeasuredFromTheReopening() {
        underReview();
        after(Duration.ofDays(1), new AnswerSent(ID, AnswerOutcome.EXPLAINED, null));
        after(Duration.ofDays(4), new AppealReopened(ID, "new evidence", DAY, "appeal-normal@1", DUE));
        assertThat(now().round().firstResponse()).isEmpty();

        after(Duration.ofMinutes(10), new AcknowledgementSent(ID, false));

        assertThat(now().rounds().getFirst().firstResponse()).contains(Duration.ofDays(1));
        assertThat(now().round().firstResponse()).contains(Duration.ofMinutes(10));
    }

    @Test
    void automaticAcknowledgementIsNoResponse() {
        underReview();
        after(Duration.ofMinutes(1), new AcknowledgementSent(ID, true));
        assertThat(now().round().respondedAt()).isNull();

        after(Duration.ofHours(2), new InfoRequested(ID, null));
        after(Duration.ofHours(2), new AcknowledgementSent(ID, false));

        assertThat(now().round().respondedAt()).isEqualTo(START.plus(Duration.ofMinutes(121)));
    }

    @Test
    void noticeOfAnExtensionIsAResponseWhenTheApplicantWasTold() {
        underReview();
        Instant told = START.plus(Duration.ofHours(3));
        after(Duration.ofDays(2), new TermExtended(ID, DUE.plus(Duration.ofDays(9)), "appeal-extended@1", "x", told));

        assertThat(now().round().respondedAt()).isEqualTo(told);
        assertThat(now().currentTerm())
                .isEqualTo(new Term(
                        DAY, "appeal-extended@1", DUE.plus(Duration.ofDays(9)), Term.Change.EXTENDED, List.of()));
    }

    @Test
    void theEarliestResponseCountsNotTheOneRecordedFirst() {
        underReview();
        Instant told = START.plus(Duration.ofHours(3));
        after(Duration.ofDays(1), new AcknowledgementSent(ID, false));
        after(Duration.ofDays(1), new TermExtended(ID, DUE.plus(Duration.ofDays(9)), "appeal-extended@1", "x", told));

        assertThat(now().round().respondedAt()).isEqualTo(told);
    }

    @Test
    void withdrawalIsNoResponse() {
        underReview();
        after(Duration.ofDays(1), new AppealWithdrawn(ID));

        assertThat(now().round().respondedAt()).isNull();
        assertThat(now().state().isOpen()).isFalse();
    }

    @Test
    void reopenedAppealStaysWithWhomItWas() {
        underReview();
        after(Duration.ofDays(1), new AnswerSent(ID, AnswerOutcome.REJECTED, null));
        after(Duration.ofDays(1), new AppealReopened(ID, "x", DAY, "appeal-simple@1", DUE));

        assertThat(now().state()).isEqualTo(AppealState.UNDER_REVIEW);
        assertThat(Objects.requireNonNull(now().assignment()).staff()).isEqualTo(new StaffId("olena"));
        assertThat(now().facts()).isEqualTo(5);
    }

    @Test
    void standsStillWhileTheApplicantIsAskedIfTheFactSaysSo() {
        underReview();
        after(Duration.ofDays(1), new InfoRequested(ID, "appeal-normal@2"));
        Term term = Objects.requireNonNull(now().currentTerm());
        assertThat(term.pausedAt()).isEqualTo(now);
        assertThat(term.isOverAt(DUE.plusMillis(1))).isFalse();
        assertThat(term.clock(now.minusSeconds(1))).isEqualTo(now.minusSeconds(1));

        Instant asked = now;
        Instant later = DUE.plus(Duration.ofDays(6));
        after(Duration.ofDays(6), new InfoReceived(ID, null, later));

        assertThat(now().currentTerm())
                .isEqualTo(new Term(DAY, "appeal-normal@1", later, Term.Change.NONE, List.of(new Pause(asked, now))));
        assertThat(Objects.requireNonNull(now().currentTerm()).isOverAt(later.plusMillis(1)))
                .isTrue();
    }

    @Test
    void anotherTermCountsFromWhereTheClockStoodStill() {
        underReview();
        after(Duration.ofDays(1), new InfoRequested(ID, "appeal-normal@2"));
        Instant asked = now;
        Instant longer = DUE.plus(Duration.ofDays(9));
        after(Duration.ofDays(2), new TermExtended(ID, longer, "appeal-extended@1", "x", now));
        Instant told = now;

        assertThat(now().currentTerm())
                .isEqualTo(new Term(
                        DAY,
                        "appeal-extended@1",
                        longer,
                        Term.Change.EXTENDED,
                        List.of(new Pause(asked, told), new Pause(told, null))));
    }

    @Test
    void runsOnWhereNoRuleStopsIt() {
        underReview();
        after(Duration.ofDays(1), new InfoRequested(ID, null));
        after(Duration.ofDays(6), new InfoReceived(ID, null, null));

        assertThat(now().currentTerm()).isEqualTo(Term.of(DAY, "appeal-normal@1", DUE));
    }

    @Test
    void aProposalChangesNothingUntilSomebodyElseApproves() {
        underReview();
        Appeal before = now();
        AppealCorrectionProposed proposed = new AppealCorrectionProposed(
                ID, 1, "e1", AppealField.TOPIC, "COMMUNITY", "CRIME", "read again", "anna");
        after(Duration.ofDays(1), proposed);
        after(
                Duration.ofDays(1),
                new AppealCorrectionProposed(
                        ID, 2, "e1", AppealField.KIND, "PROPOSAL", "COMPLAINT", "read again", "anna"));

        assertThat(now().matter()).isEqualTo(before.matter());
        assertThat(now().lastAt()).isEqualTo(before.lastAt());
        assertThat(now().corrections().waiting()).extracting(Proposal::number).containsExactly(1, 2);

        after(Duration.ofDays(1), new AppealCorrectionRejected(ID, 2, "it is none"));
        after(
                Duration.ofDays(1),
                new AppealCorrected(
                        ID, "e1", AppealField.TOPIC, "COMMUNITY", "CRIME", "read again", 1, "petro", null, null, null));

        assertThat(now().matter().topic()).isEqualTo(AppealTopic.CRIME);
        assertThat(now().matter().kind()).isEqualTo(AppealKind.PROPOSAL);
        assertThat(now().corrections()).isEqualTo(new Corrections(2, List.of()));
    }

    @Test
    void beginsWithItsLodgingAndOnce() {
        assertThatThrownBy(() -> Appeal.evolve(null, new AppealWithdrawn(ID), START))
                .isInstanceOf(IllegalStateException.class);
        underReview();
        assertThatThrownBy(() -> after(Duration.ZERO, lodged())).isInstanceOf(IllegalStateException.class);
    }

    private void underReview() {
        after(Duration.ZERO, lodged());
        after(Duration.ZERO, new AppealRegistered(ID, "lviv/2026/1", DAY, "appeal-normal@1", DUE));
        after(Duration.ZERO, new AppealAssigned(ID, new StaffId("olena")));
    }

    private static AppealLodged lodged() {
        return new AppealLodged(
                ID,
                new OfficeId("lviv"),
                Channel.ONLINE,
                null,
                AppealKind.PROPOSAL,
                AppealTopic.COMMUNITY,
                null,
                false,
                null,
                new ReceiptCode("7K2QF0M9XATB4ZC8WD1N").digest());
    }

    private void after(Duration time, AppealFact fact) {
        now = now.plus(time);
        appeal = Appeal.evolve(appeal, fact, now);
    }

    private Appeal now() {
        return Objects.requireNonNull(appeal);
    }
}
