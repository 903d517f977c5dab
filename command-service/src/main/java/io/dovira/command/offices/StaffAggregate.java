package io.dovira.command.offices;

import io.dovira.command.platform.OccurredAt;
import io.dovira.events.offices.StaffFact;
import io.dovira.events.offices.StaffSession;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Where a member of staff sits. Has no commands of its own: opening and closing a desk decide for both. */
@Aggregate(type = "Staff")
class StaffAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String stream;

    private @Nullable StaffSession session;

    @Nullable
    StaffSession state() {
        return session;
    }

    void record(StaffFact fact, MetaData meta) {
        AggregateLifecycle.apply(fact, meta);
    }

    @EventSourcingHandler
    void on(StaffFact fact, EventMessage<?> message) {
        stream = fact.staff().stream();
        session = StaffSession.evolve(session, fact, OccurredAt.of(message));
    }
}
