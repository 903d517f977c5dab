package io.dovira.command.imports.mapping;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a row tells about. A null rule means that the source does not know. */
public sealed interface Subject {

    /**
     * Cases, one row each, one row per step, or one XES trace each.
     *
     * @param opened null if the first step opens the case
     * @param respondedBy activities of which the first is the first response
     * @param steps null if the source lists no steps
     */
    record Cases(
            TextRule id,
            @Nullable TimeRule opened,
            @Nullable TimeRule due,
            @Nullable TimeRule responded,
            Set<String> respondedBy,
            @Nullable TimeRule closed,
            @Nullable TextRule outcome,
            Named service,
            TextRule channel,
            @Nullable Steps steps)
            implements Subject {
        public Cases {
            respondedBy = Set.copyOf(respondedBy);
        }
    }

    /** The steps of a case. {@code id}: unique inside the case; null for activity, time and resource together. */
    record Steps(
            @Nullable TextRule id,
            TextRule activity,
            TimeRule at,
            @Nullable TextRule resource,
            @Nullable TextRule group) {}

    /** Visits, one row per ticket. */
    record Visits(
            TextRule id,
            TextRule ticket,
            Named service,
            TextRule channel,
            @Nullable TimeRule appointment,
            TimeRule arrived,
            @Nullable TimeRule ticketed,
            TimeRule called,
            @Nullable TimeRule started,
            @Nullable TimeRule finished,
            @Nullable TimeRule abandoned,
            @Nullable TimeRule noShow,
            @Nullable TextRule desk,
            @Nullable TextRule staff,
            @Nullable TextRule outcome)
            implements Subject {}

    /** States of queues, one row per queue and poll. */
    record Queues(
            Named queue,
            TimeRule at,
            TextRule waiting,
            TextRule openDesks,
            @Nullable TextRule nowServing,
            @Nullable TextRule serviceMinutes)
            implements Subject {}
}
