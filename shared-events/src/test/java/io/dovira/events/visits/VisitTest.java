package io.dovira.events.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import io.dovira.events.corrections.Corrections;
import io.dovira.events.corrections.Proposal;
import io.dovira.eventstore.codec.RecordCodecs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitTest {
    private static final VisitId ID = new VisitId("v1");
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final DeskId DESK = new DeskId("2");
    private static final StaffId ANNA = new StaffId("anna");
    private @Nullable Visit visit;

    @Test
    void lastCallEndsTheWait() {
        arriveAndQueue();
        at(5, new VisitorCalled(ID, 1, DESK, ANNA));
        at(7, new VisitorRecalled(ID, 1, DESK, ANNA));

        assertThat(leg(1).waiting()).contains(Duration.ofMinutes(6));
        assertThat(leg(1).calls()).isEqualTo(2);
    }

    @Test
    void recyclingPutsTheLegBackAndTheWaitGoesOn() {
        arriveAndQueue();
        at(5, new VisitorCalled(ID, 1, DESK, ANNA));
        at(6, new LegRecycled(ID, 1));

        assertThat(leg(1).state()).isEqualTo(LegState.QUEUED);
        assertThat(leg(1).waiting()).isEmpty();
        at(21, new VisitorCalled(ID, 1, DESK, ANNA));
        assertThat(leg(1).waiting()).contains(Duration.ofMinutes(20));
    }

    @Test
    void holdsDoNotCountAsHandling() {
        arriveAndQueue();
        at(5, new VisitorCalled(ID, 1, DESK, ANNA));
        at(6, new ServiceStarted(ID, 1, DESK, ANNA));
        at(10, new ServiceHeld(ID, 1, "fills a form"));
        at(14, new ServiceResumed(ID, 1));
        at(16, new ServiceHeld(ID, 1, null));
        at(17, new ServiceFinished(ID, 1, null));

        assertThat(leg(1).handling()).contains(Duration.ofMinutes(6));
        assertThat(visit().isOpen()).isFalse();
    }

    @Test
    void transferEndsOneLegAndQueuesTheNext() {
        arriveAndQueue();
        at(5, new VisitorCalled(ID, 1, DESK, ANNA));
        at(6, new ServiceStarted(ID, 1, DESK, ANNA));
        at(9, new LegTransferred(ID, 1, new ServiceId("investigator"), new DeskId("5"), null));

        assertThat(leg(1).state()).isEqualTo(LegState.TRANSFERRED);
        assertThat(leg(2).queuedAt()).isEqualTo(NINE.plusSeconds(9 * 60));
        assertThat(leg(2).onlyDesk()).isEqualTo(new DeskId("5"));
        assertThat(visit().isOpen()).isTrue();
        assertThat(visit().facts()).isEqualTo(5);
    }

    @Test
    void correctionChangesTheFieldAndNothingElse() {
        arriveAndQueue();
        at(5, new VisitorCalled(ID, 1, DESK, ANNA));
        Leg before = leg(1);
        String is = NINE.plusSeconds(240).toString();
        String was = before.text(CorrectedField.CALLED_AT).orElseThrow();
        at(30, new VisitCorrected(ID, "e3", 1, CorrectedField.CALLED_AT, was, is, "typed late", null, null, null));

        assertThat(leg(1).calledAt()).isEqualTo(NINE.plusSeconds(240));
        assertThat(leg(1).lastAt()).isEqualTo(before.lastAt());
        assertThat(leg(1).desk()).isEqualTo(DESK);
    }

    @Test
    void aProposalChangesNothingUntilSomebodyElseApproves() {
        arriveAndQueue();
        Visit before = visit();
        String was = NINE.plusSeconds(60).toString();
        String is = NINE.plusSeconds(30).toString();
        at(8, new VisitCorrectionProposed(ID, 1, "e2", 1, CorrectedField.QUEUED_AT, was, is, "seen", "anna"));
        at(8, new VisitCorrectionProposed(ID, 2, "e2", 1, CorrectedField.SERVICE, "advice", "permit", "seen", "anna"));

        assertThat(visit().legs()).isEqualTo(before.legs());
        assertThat(visit().corrections().waiting(1))
                .contains(new Proposal(1, "e2", 1, "QUEUED_AT", was, is, "seen", "anna"));

        at(9, new VisitCorrectionRejected(ID, 2, "it was advice"));
        at(9, new VisitCorrected(ID, "e2", 1, CorrectedField.QUEUED_AT, was, is, "seen", 1, "anna", "petro"));

        assertThat(leg(1).queuedAt()).isEqualTo(is);
        assertThat(leg(1).service()).isEqualTo(new ServiceId("advice"));
        assertThat(visit().corrections()).isEqualTo(new Corrections(2, List.of()));
        assertThat(visit().facts()).isEqualTo(6);
    }

    /** Every projection keeps the state of every visit: almost none has a correction that waits. */
    @Test
    void isStoredAsBeforeWhileNothingWasProposed() {
        arriveAndQueue();

        assertThat(RecordCodecs.encode(visit())).doesNotContainKey("proposals");
        assertThat(visit().corrections()).isEqualTo(Corrections.NONE);
    }

    @Test
    void refusesAFactBeforeTheArrival() {
        assertThatThrownBy(() -> at(0, new TicketIssued(ID, "A1", new ServiceId("advice"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private void arriveAndQueue() {
        at(0, new VisitorArrived(ID, new OfficeId("o1"), Channel.IN_PERSON, null));
        at(1, new TicketIssued(ID, "A001", new ServiceId("advice")));
    }

    private void at(int minute, VisitFact fact) {
        visit = Visit.evolve(visit, fact, NINE.plusSeconds(minute * 60L));
    }

    private Visit visit() {
        return Objects.requireNonNull(visit);
    }

    private Leg leg(int number) {
        return visit().leg(number);
    }
}
