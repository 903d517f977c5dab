package io.dovira.command.community;

import static io.dovira.command.community.FakeSurroundings.BAR;
import static io.dovira.command.community.FakeSurroundings.EAST;
import static io.dovira.command.community.FakeSurroundings.NINE;
import static io.dovira.command.community.FakeSurroundings.SKOLE;
import static io.dovira.command.community.FakeSurroundings.TURKA;
import static io.dovira.command.community.FakeSurroundings.WEST;
import static io.dovira.command.platform.AggregateFixtures.command;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.intent;
import static io.dovira.command.platform.AggregateFixtures.when;

import io.dovira.command.platform.Intent;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.CommunityId;
import io.dovira.events.OfficerId;
import io.dovira.events.community.AbsenceKind;
import io.dovira.events.community.LeavingKind;
import io.dovira.events.community.OfficerAbsent;
import io.dovira.events.community.OfficerAssigned;
import io.dovira.events.community.OfficerFact;
import io.dovira.events.community.OfficerLeft;
import io.dovira.events.community.OfficerReassigned;
import io.dovira.events.community.OfficerReturned;
import io.dovira.events.community.TrainingCompleted;
import io.dovira.events.community.TrainingStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** Facts from nine on, one a minute; the command comes at ten. */
class OfficerAggregateTest {
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final OfficerId ID = new OfficerId("p-1");
    private static final OfficerFact[] ASSIGNED = FakeSurroundings.assigned(ID, WEST, BAR);
    private static final OfficerFact SELECTED = ASSIGNED[0];
    private static final OfficerFact AWAY = new OfficerAbsent(ID, AbsenceKind.LEAVE);

    private final FakeSurroundings surroundings = new FakeSurroundings();

    @Test
    void goesFromCandidateToAssignmentStepByStep() {
        sent(new SelectOfficer(ID, BAR)).expectEvents(SELECTED);
        sent(new StartTraining(ID), SELECTED).expectEvents(new TrainingStarted(ID));
        sent(new CompleteTraining(ID), first(2)).expectEvents(new TrainingCompleted(ID));
        sent(new AssignOfficer(ID, BAR), first(3)).expectEvents(new OfficerAssigned(ID, WEST, BAR));
        sent(new AssignOfficer(ID, TURKA), first(3)).expectEvents(new OfficerAssigned(ID, EAST, TURKA));
    }

    @Test
    void isSelectedOnceAndForACommunityWithAMemorandum() {
        refused(OfficerReason.OFFICER_EXISTS, new SelectOfficer(ID, BAR), SELECTED);
        refused(OfficerReason.MEMORANDUM_MISSING, new SelectOfficer(ID, SKOLE));
        refused(OfficerReason.COMMUNITY_UNKNOWN, new SelectOfficer(ID, new CommunityId("nowhere")));
        sentAt(intent(NINE.minusSeconds(1)), new SelectOfficer(ID, BAR))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.BEFORE_LAST_FACT));
    }

    @Test
    void skipsNoStep() {
        refused(OfficerReason.OFFICER_STATE, new CompleteTraining(ID), SELECTED);
        refused(OfficerReason.OFFICER_STATE, new AssignOfficer(ID, BAR), first(2));
        refused(OfficerReason.OFFICER_STATE, new StartTraining(ID), first(2));
        refused(OfficerReason.OFFICER_STATE, new NoteAbsence(ID, AbsenceKind.LEAVE), first(3));
        refused(OfficerReason.OFFICER_STATE, new ReassignOfficer(ID, TURKA), first(3));
        refused(OfficerReason.OFFICER_STATE, new NoteReturn(ID), ASSIGNED);
    }

    @Test
    void isAwayAndComesBack() {
        sent(new NoteAbsence(ID, AbsenceKind.LEAVE), ASSIGNED).expectEvents(AWAY);
        sent(new NoteReturn(ID), and(ASSIGNED, AWAY)).expectEvents(new OfficerReturned(ID));
        refused(OfficerReason.OFFICER_STATE, new NoteAbsence(ID, AbsenceKind.LEAVE), and(ASSIGNED, AWAY));
    }

    @Test
    void movesToAnotherCommunity() {
        OfficerFact moved = new OfficerReassigned(ID, BAR, EAST, TURKA);
        sent(new ReassignOfficer(ID, TURKA), ASSIGNED).expectEvents(moved);
        sent(new ReassignOfficer(ID, TURKA), and(ASSIGNED, AWAY)).expectEvents(moved);
        refused(OfficerReason.SAME_COMMUNITY, new ReassignOfficer(ID, BAR), ASSIGNED);
        refused(OfficerReason.COMMUNITY_UNKNOWN, new ReassignOfficer(ID, new CommunityId("nowhere")), ASSIGNED);
    }

    @Test
    void leavesFromAnywhereForGood() {
        ReleaseOfficer release = new ReleaseOfficer(ID, LeavingKind.WITHDREW);
        OfficerFact left = new OfficerLeft(ID, LeavingKind.WITHDREW);
        for (int steps = 1; steps <= ASSIGNED.length; steps++) {
            sent(release, first(steps)).expectEvents(left);
        }
        for (OfficerCommand each :
                List.of(release, new StartTraining(ID), new NoteReturn(ID), new ReassignOfficer(ID, TURKA))) {
            refused(OfficerReason.OFFICER_STATE, each, and(ASSIGNED, left));
        }
        refused(OfficerReason.OFFICER_UNKNOWN, release);
    }

    @Test
    void isMovedOnlyByWhoIsEntitledToBothOffices() {
        for (OfficerCommand each : List.of(new ReassignOfficer(ID, TURKA), new NoteAbsence(ID, AbsenceKind.LEAVE))) {
            outside(intent(TEN, EAST), each, ASSIGNED);
        }
        outside(intent(TEN, WEST), new ReassignOfficer(ID, TURKA), ASSIGNED);
        outside(intent(TEN, WEST), new AssignOfficer(ID, TURKA), first(3));
        outside(intent(TEN, EAST), new SelectOfficer(ID, BAR));
        sentAt(intent(TEN, WEST), new AssignOfficer(ID, BAR), first(3))
                .expectEvents(new OfficerAssigned(ID, WEST, BAR));
    }

    @Test
    void takesNoStepBeforeTheLastOne() {
        sentAt(intent(NINE.plusSeconds(30)), new CompleteTraining(ID), first(2))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.BEFORE_LAST_FACT));
    }

    private static OfficerFact[] first(int steps) {
        return Arrays.copyOf(ASSIGNED, steps);
    }

    private static OfficerFact[] and(OfficerFact[] facts, OfficerFact more) {
        return Stream.concat(Stream.of(facts), Stream.of(more)).toArray(OfficerFact[]::new);
    }

    private void outside(Intent intent, OfficerCommand command, OfficerFact... past) {
        sentAt(intent, command, past)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
    }

    private void refused(Reason reason, OfficerCommand command, OfficerFact... past) {
        sent(command, past).expectNoEvents().expectResultMessagePayloadMatching(declined(reason));
    }

    private ResultValidator<OfficerAggregate> sent(OfficerCommand command, OfficerFact... past) {
        return sentAt(intent(TEN), command, past);
    }

    private ResultValidator<OfficerAggregate> sentAt(Intent intent, OfficerCommand command, OfficerFact... past) {
        AggregateTestFixture<OfficerAggregate> fixture = fixture(OfficerAggregate.class, surroundings);
        return when(fixture, NINE, List.of(past), command(Communities.OFFICERS, ID.stream(), command, intent));
    }
}
