package io.dovira.query.metrics;

import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.TimeQuality;
import io.dovira.events.metrics.Measure;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.LegState;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import io.dovira.query.platform.OfficeTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A visit and what else its figures depend on. The zone and the targets are taken from the office's terms when they are first needed and kept,
 * so that what was counted can be taken out again.
 *
 * @param legs per leg, parallel to the visit's legs
 */
record VisitState(Visit visit, Origin origin, String timeZone, List<LegTerms> legs) {

    /**
     * @param service the service for which the target was looked up
     * @param targetSeconds wait target in force for the service when the leg was queued; null if there was none
     * @param autoClosed ended by the system, not by a person
     */
    record LegTerms(String service, @Nullable Integer targetSeconds, boolean autoClosed) {}

    VisitState {
        legs = List.copyOf(legs);
    }

    static VisitState evolve(@Nullable VisitState before, Recorded<?> recorded, VisitFact fact, OfficeTerms office) {
        Visit visit = Visit.evolve(before == null ? null : before.visit, fact, recorded.occurredAt());
        Origin origin = before == null ? recorded.meta().origin() : before.origin;
        String zone = before == null ? office.zone(recorded.position()) : before.timeZone;
        List<LegTerms> terms = visit.legs().stream()
                .map(leg -> terms(before, leg, recorded, office))
                .toList();
        return new VisitState(visit, origin, zone, terms);
    }

    private static LegTerms terms(@Nullable VisitState before, Leg leg, Recorded<?> recorded, OfficeTerms office) {
        String service = leg.service().value();
        boolean bySystem = recorded.meta().quality() == TimeQuality.AUTO_CLOSED;
        boolean closed = leg.state() == LegState.CLOSED_BY_SYSTEM
                || (bySystem && leg.state().isEnded());
        int index = leg.number() - 1;
        if (before != null && index < before.legs.size()) {
            LegTerms known = before.legs.get(index);
            closed |= known.autoClosed();
            // A correction may have told another service or another time: then it is another promise.
            if (known.service().equals(service)
                    && leg.queuedAt().equals(before.visit.legs().get(index).queuedAt())) {
                return new LegTerms(service, known.targetSeconds(), closed);
            }
        }
        return new LegTerms(service, office.waitTarget(service, leg.queuedAt(), recorded.position()), closed);
    }

    /** What the visit adds to the figures, as it stands now. */
    List<Contribution> contributions() {
        List<Contribution> all = new ArrayList<>();
        for (Leg leg : visit.legs()) {
            LegTerms terms = legs.get(leg.number() - 1);
            if (!terms.autoClosed()) {
                wait(leg, terms, all);
                abandonment(leg, terms, all);
                handling(leg, all);
            }
        }
        if (!visit.legs().isEmpty()) {
            timeToService(all);
            sojourn(all);
        }
        return all;
    }

    private void wait(Leg leg, LegTerms terms, List<Contribution> into) {
        Optional<Duration> waited = leg.waiting();
        if (waited.isPresent() || !leg.state().isEnded()) {
            into.add(new Contribution(
                    Measure.WAIT,
                    cell(leg),
                    visit.arrivedAt(),
                    waited.orElse(null),
                    limit(terms, waited.orElse(null))));
        }
    }

    private void abandonment(Leg leg, LegTerms terms, List<Contribution> into) {
        leg.abandonment()
                .ifPresent(waited -> into.add(new Contribution(
                        Measure.ABANDONMENT, cell(leg), visit.arrivedAt(), waited, limit(terms, waited))));
    }

    /** A call or a leaving before the queue is a clock that was wrong: such a wait is neither within its target nor late. */
    private static @Nullable Duration limit(LegTerms terms, @Nullable Duration waited) {
        Integer target = terms.targetSeconds();
        return target == null || (waited != null && waited.isNegative()) ? null : Duration.ofSeconds(target);
    }

    private void handling(Leg leg, List<Contribution> into) {
        if (leg.state() == LegState.SERVED) {
            // Served without a known start (a correction may have taken it away): unknown, so not counted.
            leg.handling().ifPresent(handled -> into.add(entry(Measure.HANDLING, leg, handled)));
        } else if (!leg.state().isEnded()) {
            into.add(entry(Measure.HANDLING, leg, null));
        }
    }

    private void timeToService(List<Contribution> into) {
        Leg first = visit.legs().getFirst();
        for (Leg leg : visit.legs()) {
            Instant started = leg.startedAt();
            if (started != null) {
                if (!legs.get(leg.number() - 1).autoClosed()) {
                    into.add(entry(Measure.TIME_TO_SERVICE, first, Duration.between(first.queuedAt(), started)));
                }
                return;
            }
        }
        if (visit.isOpen()) {
            into.add(entry(Measure.TIME_TO_SERVICE, first, null));
        }
    }

    private void sojourn(List<Contribution> into) {
        Leg first = visit.legs().getFirst();
        Leg last = visit.legs().getLast();
        if (visit.isOpen()) {
            into.add(entry(Measure.SOJOURN, first, null));
        } else if (last.state() == LegState.SERVED
                && last.endedAt() != null
                && !legs.getLast().autoClosed()) {
            into.add(entry(Measure.SOJOURN, first, Duration.between(first.queuedAt(), last.endedAt())));
        }
    }

    private Contribution entry(Measure measure, Leg of, @Nullable Duration took) {
        return new Contribution(measure, cell(of), visit.arrivedAt(), took, null);
    }

    /** Visit-level measures belong to the service that the visitor came for, the first leg's. */
    private CellKey cell(Leg leg) {
        return CellKey.of(
                visit.office().value(),
                visit.arrivedAt(),
                timeZone,
                leg.service().value(),
                visit.channel().name(),
                origin);
    }
}
