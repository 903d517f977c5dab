package io.dovira.command.community;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.CommunityId;
import io.dovira.events.community.Community;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerAbsent;
import io.dovira.events.community.OfficerAssigned;
import io.dovira.events.community.OfficerLeft;
import io.dovira.events.community.OfficerReassigned;
import io.dovira.events.community.OfficerReturned;
import io.dovira.events.community.OfficerSelected;
import io.dovira.events.community.OfficerState;
import io.dovira.events.community.TrainingCompleted;
import io.dovira.events.community.TrainingStarted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What may happen to a community officer, and when: one step after the other. Pure. */
final class OfficerDecider {
    private OfficerDecider() {}

    /** @param community that the command names; null if it names none, or none that is known */
    static Decision decide(
            @Nullable Officer officer, OfficerCommand command, Moment moment, @Nullable Community community) {
        Optional<Decision> future = moment.ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        if (command instanceof SelectOfficer c) {
            return officer == null
                    ? select(c, moment, community)
                    : Decision.refuse(
                            OfficerReason.OFFICER_EXISTS, "Officer " + c.officer() + " was selected already.");
        }
        if (officer == null) {
            return Decision.refuse(OfficerReason.OFFICER_UNKNOWN, "There is no officer " + command.officer() + ".");
        }
        return moment.notBefore(officer.lastAt(), () -> step(officer, command, moment, community));
    }

    private static Decision select(SelectOfficer select, Moment moment, @Nullable Community community) {
        if (community == null) {
            return unknown(select.community());
        }
        Instant signed = community.memorandumAt();
        if (signed == null) {
            return Decision.refuse(
                    OfficerReason.MEMORANDUM_MISSING,
                    "An officer is selected for a community that signed a memorandum; " + community.id() + " has not.");
        }
        return moment.notBefore(
                signed,
                () -> Decision.accept(new OfficerSelected(select.officer(), community.office(), community.id())));
    }

    private static Decision step(
            Officer officer, OfficerCommand command, Moment moment, @Nullable Community community) {
        return switch (command) {
            case SelectOfficer c -> throw new IllegalStateException(c + " is decided above");
            case StartTraining ignored ->
                from(officer, () -> Decision.accept(new TrainingStarted(officer.id())), OfficerState.CANDIDATE);
            case CompleteTraining ignored ->
                from(officer, () -> Decision.accept(new TrainingCompleted(officer.id())), OfficerState.IN_TRAINING);
            case AssignOfficer c -> from(officer, () -> assign(officer, c, moment, community), OfficerState.CERTIFIED);
            case NoteAbsence c ->
                from(officer, () -> Decision.accept(new OfficerAbsent(officer.id(), c.kind())), OfficerState.ASSIGNED);
            case NoteReturn ignored ->
                from(officer, () -> Decision.accept(new OfficerReturned(officer.id())), OfficerState.ABSENT);
            case ReassignOfficer c ->
                from(
                        officer,
                        () -> reassign(officer, c, moment, community),
                        OfficerState.ASSIGNED,
                        OfficerState.ABSENT);
            case ReleaseOfficer c ->
                officer.state() == OfficerState.LEFT
                        ? notAtThisStep(officer)
                        : Decision.accept(new OfficerLeft(officer.id(), c.kind()));
        };
    }

    private static Decision assign(
            Officer officer, AssignOfficer assign, Moment moment, @Nullable Community community) {
        return community == null
                ? unknown(assign.community())
                : moment.notBefore(
                        community.registeredAt(),
                        () -> Decision.accept(new OfficerAssigned(officer.id(), community.office(), community.id())));
    }

    private static Decision reassign(
            Officer officer, ReassignOfficer reassign, Moment moment, @Nullable Community community) {
        if (community == null) {
            return unknown(reassign.community());
        }
        if (community.id().equals(officer.community())) {
            return Decision.refuse(
                    OfficerReason.SAME_COMMUNITY, "Officer " + officer.id() + " serves " + community.id() + ".");
        }
        return moment.notBefore(
                community.registeredAt(),
                () -> Decision.accept(
                        new OfficerReassigned(officer.id(), officer.community(), community.office(), community.id())));
    }

    private static Decision from(Officer officer, Supplier<Decision> decision, OfficerState... allowed) {
        return List.of(allowed).contains(officer.state()) ? decision.get() : notAtThisStep(officer);
    }

    private static Decision notAtThisStep(Officer officer) {
        return Decision.refuse(OfficerReason.OFFICER_STATE, "Officer " + officer.id() + " is " + officer.state() + ".");
    }

    private static Decision unknown(CommunityId community) {
        return Decision.refuse(OfficerReason.COMMUNITY_UNKNOWN, "There is no community " + community + ".");
    }
}
