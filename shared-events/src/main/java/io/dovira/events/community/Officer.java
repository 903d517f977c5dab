package io.dovira.events.community;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A community officer as the facts tell it.
 *
 * <pre>
 *   CANDIDATE -> IN_TRAINING -> CERTIFIED -> ASSIGNED <-> ABSENT     reassigned: ASSIGNED, to another community
 *       any of them -> LEFT
 * </pre>
 *
 * @param office the unit of the police that answers for the community
 * @param community the one that is served, or for which the candidate was selected; the last one of who has left
 * @param served every community of an assignment, in order, each once
 * @param selectedAt when each step was taken; null while it was not. {@code assignedAt} is the first assignment
 * @param lastAt time of the newest fact
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record Officer(
        OfficerId id,
        OfficerState state,
        OfficeId office,
        CommunityId community,
        List<CommunityId> served,
        Instant selectedAt,
        @Nullable Instant trainingAt,
        @Nullable Instant certifiedAt,
        @Nullable Instant assignedAt,
        @Nullable AbsenceKind absence,
        Instant lastAt,
        int facts) {

    public Officer {
        served = List.copyOf(served);
    }

    /**
     * The state after one more fact; {@code before} is null before the first.
     *
     * @throws IllegalStateException if the fact cannot follow; no decider records such a fact
     */
    public static Officer evolve(@Nullable Officer before, OfficerFact fact, Instant at) {
        if (fact instanceof OfficerSelected f) {
            if (before != null) {
                throw new IllegalStateException(f.officer() + " is selected twice");
            }
            return new Officer(
                    f.officer(),
                    OfficerState.CANDIDATE,
                    f.office(),
                    f.community(),
                    List.of(),
                    at,
                    null,
                    null,
                    null,
                    null,
                    at,
                    1);
        }
        if (before == null) {
            throw new IllegalStateException(fact.officer() + " was not selected");
        }
        return switch (fact) {
            case OfficerSelected f -> throw new IllegalStateException(f.officer() + " is handled above");
            case TrainingStarted ignored ->
                before.from(fact, OfficerState.CANDIDATE).in(OfficerState.IN_TRAINING, at, before.certifiedAt, at);
            case TrainingCompleted ignored ->
                before.from(fact, OfficerState.IN_TRAINING).in(OfficerState.CERTIFIED, before.trainingAt, at, at);
            case OfficerAssigned f -> before.from(fact, OfficerState.CERTIFIED).at(f.office(), f.community(), at);
            case OfficerAbsent f -> before.from(fact, OfficerState.ASSIGNED).away(f.kind(), at);
            case OfficerReturned ignored ->
                before.from(fact, OfficerState.ABSENT).at(before.office, before.community, at);
            case OfficerReassigned f ->
                before.from(fact, OfficerState.ASSIGNED, OfficerState.ABSENT).at(f.office(), f.community(), at);
            case OfficerLeft ignored -> before.in(OfficerState.LEFT, before.trainingAt, before.certifiedAt, at);
        };
    }

    /** Whether the community is served by this officer now. */
    public boolean isPresent() {
        return state == OfficerState.ASSIGNED;
    }

    /** Whether the officer was ever assigned to the community. */
    public boolean hasServed(CommunityId wanted) {
        return served.contains(wanted);
    }

    private Officer from(OfficerFact fact, OfficerState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new IllegalStateException(fact + " cannot follow " + state);
        }
        return this;
    }

    private Officer in(
            OfficerState newState, @Nullable Instant newTrainingAt, @Nullable Instant newCertifiedAt, Instant at) {
        return new Officer(
                id,
                newState,
                office,
                community,
                served,
                selectedAt,
                newTrainingAt,
                newCertifiedAt,
                assignedAt,
                null,
                at,
                facts + 1);
    }

    private Officer at(OfficeId newOffice, CommunityId newCommunity, Instant at) {
        return new Officer(
                id,
                OfficerState.ASSIGNED,
                newOffice,
                newCommunity,
                Stream.concat(served.stream(), Stream.of(newCommunity))
                        .distinct()
                        .toList(),
                selectedAt,
                trainingAt,
                certifiedAt,
                assignedAt == null ? at : assignedAt,
                null,
                at,
                facts + 1);
    }

    private Officer away(AbsenceKind kind, Instant at) {
        return new Officer(
                id,
                OfficerState.ABSENT,
                office,
                community,
                served,
                selectedAt,
                trainingAt,
                certifiedAt,
                assignedAt,
                kind,
                at,
                facts + 1);
    }
}
