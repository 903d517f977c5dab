package io.dovira.events.cases;

import io.dovira.events.CaseId;
import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An imported case as its facts tell it.
 *
 * @param dueAt when it had to be closed; null if the source knows no limit
 * @param respondedAt first answer to the citizen
 * @param steps steps recorded so far
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record Case(
        CaseId id,
        OfficeId office,
        ServiceId service,
        String channel,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant respondedAt,
        @Nullable Instant closedAt,
        @Nullable Instant firstStepAt,
        @Nullable Instant lastStepAt,
        int steps,
        int facts) {

    /**
     * The state after one more fact. A source is taken at its word: steps after the closing and responses before the opening are kept.
     *
     * @throws IllegalStateException if the case is opened twice or was never opened
     */
    public static Case evolve(@Nullable Case before, CaseFact fact, Instant at) {
        if (fact instanceof CaseOpened f) {
            if (before != null) {
                throw new IllegalStateException(f.caseId() + " opened twice");
            }
            return new Case(
                    f.caseId(), f.office(), f.service(), f.channel(), at, f.dueAt(), null, null, null, null, 0, 1);
        }
        if (before == null) {
            throw new IllegalStateException(fact.caseId() + " was not opened");
        }
        return switch (fact) {
            case CaseOpened f -> throw new IllegalStateException(f.caseId() + " opened twice");
            case CaseStepRecorded ignored ->
                before.with(
                        before.respondedAt,
                        before.closedAt,
                        earlier(before.firstStepAt, at),
                        later(before.lastStepAt, at),
                        before.steps + 1);
            case CaseResponded ignored ->
                before.with(
                        earlier(before.respondedAt, at),
                        before.closedAt,
                        before.firstStepAt,
                        before.lastStepAt,
                        before.steps);
            case CaseClosed ignored ->
                before.with(before.respondedAt, at, before.firstStepAt, before.lastStepAt, before.steps);
        };
    }

    private Case with(
            @Nullable Instant responded,
            @Nullable Instant closed,
            @Nullable Instant firstStep,
            @Nullable Instant lastStep,
            int newSteps) {
        return new Case(
                id, office, service, channel, openedAt, dueAt, responded, closed, firstStep, lastStep, newSteps,
                facts + 1);
    }

    private static Instant earlier(@Nullable Instant a, Instant b) {
        return a == null || b.isBefore(a) ? b : a;
    }

    private static Instant later(@Nullable Instant a, Instant b) {
        return a == null || b.isAfter(a) ? b : a;
    }
}
