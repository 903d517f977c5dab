package io.dovira.query.estimates;

import io.dovira.events.VisitId;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.LegState;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.estimates.Hall.Waiting;
import io.dovira.query.estimates.TicketView.Place;
import io.dovira.query.estimates.TicketView.Range;
import io.dovira.query.estimates.TicketView.State;
import io.dovira.query.estimates.TicketView.Untold;
import io.dovira.query.platform.FactReader;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.View;
import io.dovira.query.platform.Views;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A visit as its holder sees it: what happened comes from the log, which is never behind; the place in line and what was told from the fold. Thread-safe.
 */
final class Tickets {
    private final EstimatesFold fold;
    private final Projections projections;
    private final Views views;
    private final EventLog log;
    private final Clock clock;

    Tickets(EstimatesFold fold, Projections projections, Views views, EventLog log, Clock clock) {
        this.fold = fold;
        this.projections = projections;
        this.views = views;
        this.log = log;
        this.clock = clock;
    }

    /** The visit with its place in line; null if there is none. */
    @Nullable
    TicketView of(VisitId id, long minPosition) {
        projections.await(fold, minPosition);
        Visit visit = visit(id);
        Leg leg = visit == null ? null : visit.lastLeg();
        if (visit == null || leg == null) {
            return null;
        }
        View view = views.of(fold);
        String office = visit.office().value();
        Office known = view.of(EstimatesFold.OFFICES).get(office);
        Hall hall =
                leg.state() == LegState.QUEUED ? view.of(EstimatesFold.HALLS).get(office) : null;
        Waiting waiting = hall == null ? null : hall.waiting(id.value(), leg.number());
        return shown(view.position(), visit, leg, known, hall, waiting);
    }

    private TicketView shown(
            long position,
            Visit visit,
            Leg leg,
            @Nullable Office office,
            @Nullable Hall hall,
            @Nullable Waiting waiting) {
        Office.Service service =
                office == null ? null : office.service(leg.service().value());
        String desk = leg.desk() == null ? null : leg.desk().value();
        Instant now = clock.instant();
        Range range = waiting == null ? null : Range.of(waiting.estimate());
        return new TicketView(
                position,
                now,
                visit.ticket(),
                visit.office().value(),
                office == null ? Map.of() : office.name(),
                office == null ? "UTC" : office.timeZone(),
                leg.service().value(),
                service == null ? Map.of() : service.name(),
                state(leg.state()),
                visit.arrivedAt(),
                leg.queuedAt(),
                leg.calledAt(),
                leg.endedAt(),
                desk,
                deskName(office, desk),
                hall == null || waiting == null
                        ? null
                        : new Place(hall.ahead(waiting, now), hall.desks().size()),
                range,
                hall == null || waiting == null || range != null ? null : why(hall, waiting));
    }

    private static Untold why(Hall hall, Waiting waiting) {
        if (waiting.again()) {
            return Untold.AGAIN;
        }
        if (waiting.reserved()) {
            return Untold.RESERVED;
        }
        return hall.desks().isEmpty() ? Untold.NOBODY_WORKS : Untold.TOO_FEW;
    }

    private static Map<String, String> deskName(@Nullable Office office, @Nullable String desk) {
        if (office == null || desk == null) {
            return Map.of();
        }
        return office.desks().stream()
                .filter(each -> each.id().equals(desk))
                .findFirst()
                .map(Office.Desk::name)
                .orElse(Map.of());
    }

    private static State state(LegState state) {
        return switch (state) {
            case QUEUED -> State.WAITING;
            case CALLED -> State.CALLED;
            case IN_SERVICE -> State.IN_SERVICE;
            case ON_HOLD -> State.ON_HOLD;
            // The last leg of a visit is never one that was transferred: the transfer opens the next.
            case SERVED, TRANSFERRED -> State.SERVED;
            case NO_SHOW -> State.NO_SHOW;
            case ABANDONED -> State.LEFT;
            case CLOSED_BY_SYSTEM -> State.CLOSED;
        };
    }

    private @Nullable Visit visit(VisitId id) {
        Visit visit = null;
        for (StoredEvent event : log.readStream(id.stream(), 0)) {
            if (FactReader.read(event).fact() instanceof VisitFact fact) {
                visit = Visit.evolve(visit, fact, event.occurredAt());
            }
        }
        return visit;
    }
}
