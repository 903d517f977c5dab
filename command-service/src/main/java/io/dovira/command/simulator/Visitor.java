package io.dovira.command.simulator;

import io.dovira.events.OfficeId;
import io.dovira.events.VisitId;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody in a simulated office, and what for. */
final class Visitor {
    private final VisitId id;
    private final SimulatedStory<VisitFact, Visit> story;
    private final Instant queuedAt;
    private Instant servedFrom;
    private SimulatedService service;
    private @Nullable SimulatedFact queuedBy;
    private int legs = 1;

    Visitor(VisitId id, OfficeId office, SimulatedService service, Instant queuedAt) {
        this.id = id;
        this.story = new SimulatedStory<>(VisitFact.class, Visit::evolve, id.stream(), office);
        this.service = service;
        this.queuedAt = queuedAt;
        this.servedFrom = queuedAt;
    }

    VisitId id() {
        return id;
    }

    SimulatedStory<VisitFact, Visit> story() {
        return story;
    }

    SimulatedService service() {
        return service;
    }

    boolean isOnFirstLeg() {
        return legs == 1;
    }

    void sentTo(SimulatedService another) {
        service = another;
        legs++;
    }

    void servedFrom(Instant at) {
        servedFrom = at;
    }

    void queuedBy(SimulatedFact fact) {
        queuedBy = fact;
    }

    /** What told for which service the visitor waits, or waited. */
    SimulatedFact queuedBy() {
        return Objects.requireNonNull(queuedBy);
    }

    /** From the ticket to the desk that served last. */
    Duration waited() {
        return Duration.between(queuedAt, servedFrom);
    }
}
