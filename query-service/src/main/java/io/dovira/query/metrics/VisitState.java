package io.dovira.query.metrics;

import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.metrics.Measure;
import io.dovira.events.offices.OfficeTerms;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.LegState;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.waits.WaitRules;
import io.dovira.events.waits.WaitTargets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A visit and what else its figures depend on. The zone and the targets are taken from the office's terms when they are first needed and kept,
 * so that what was counted can be taken out again.
 */
record VisitState(Visit visit, Origin origin, String timeZone, WaitTargets targets) {

    static VisitState evolve(
            @Nullable VisitState before, Recorded<?> recorded, VisitFact fact, OfficeTerms office, WaitRules rules) {
        Visit was = before == null ? null : before.visit;
        Visit is = Visit.evolve(was, fact, recorded.occurredAt());
        return new VisitState(
                is,
                before == null ? recorded.meta().origin() : before.origin,
                before == null ? office.zone(recorded.position()) : before.timeZone,
                WaitTargets.evolve(
                        before == null ? null : before.targets, was, is, office, rules, recorded.position()));
    }

    /** What the visit adds to the figures, as it stands now. */
    List<Contribution> contributions() {
        List<Contribution> all = new ArrayList<>();
        for (Leg leg : visit.legs()) {
            if (isCounted(leg)) {
                wait(leg, all);
                abandonment(leg, all);
                handling(leg, all);
            } else {
                closed(leg, all);
            }
        }
        if (!visit.legs().isEmpty()) {
            timeToService(all);
            sojourn(all);
        }
        return all;
    }

    /** What was closed without an outcome enters no average. */
    private static boolean isCounted(Leg leg) {
        return leg.state() != LegState.CLOSED_BY_SYSTEM;
    }

    /** It may have been a long wait: how many there are stands beside what is known. */
    private void closed(Leg leg, List<Contribution> into) {
        into.add(unknown(Measure.WAIT, leg));
        into.add(unknown(leg.calledAt() == null ? Measure.ABANDONMENT : Measure.HANDLING, leg));
    }

    private Contribution unknown(Measure measure, Leg of) {
        Contribution entry = entry(measure, of, null, null);
        return new Contribution(measure, entry.cell(), entry.arrived(), entry.after(), true, null, null);
    }

    private void wait(Leg leg, List<Contribution> into) {
        Optional<Duration> waited = leg.waiting();
        if (waited.isPresent() || !leg.state().isEnded()) {
            into.add(entry(Measure.WAIT, leg, waited.orElse(null), limit(leg, waited.orElse(null))));
        }
    }

    private void abandonment(Leg leg, List<Contribution> into) {
        leg.abandonment().ifPresent(waited -> into.add(entry(Measure.ABANDONMENT, leg, waited, limit(leg, waited))));
    }

    /** A call or a leaving before the queue is a clock that was wrong: such a wait is neither within its target nor late. */
    private @Nullable Duration limit(Leg leg, @Nullable Duration waited) {
        Integer target = targets.of(leg);
        return target == null || (waited != null && waited.isNegative()) ? null : Duration.ofSeconds(target);
    }

    private void handling(Leg leg, List<Contribution> into) {
        if (leg.state() == LegState.SERVED) {
            // Served without a known start (a correction may have taken it away): unknown, so not counted.
            leg.handling().ifPresent(handled -> into.add(entry(Measure.HANDLING, leg, handled, null)));
        } else if (!leg.state().isEnded()) {
            into.add(entry(Measure.HANDLING, leg, null, null));
        }
    }

    private void timeToService(List<Contribution> into) {
        Leg first = visit.legs().getFirst();
        for (Leg leg : visit.legs()) {
            Instant started = leg.startedAt();
            if (started != null) {
                into.add(
                        isCounted(leg)
                                ? entry(
                                        Measure.TIME_TO_SERVICE,
                                        first,
                                        Duration.between(first.queuedAt(), started),
                                        null)
                                : unknown(Measure.TIME_TO_SERVICE, first));
                return;
            }
        }
        if (visit.isOpen()) {
            into.add(entry(Measure.TIME_TO_SERVICE, first, null, null));
        } else if (!isCounted(visit.legs().getLast())) {
            into.add(unknown(Measure.TIME_TO_SERVICE, first));
        }
    }

    private void sojourn(List<Contribution> into) {
        Leg first = visit.legs().getFirst();
        Leg last = visit.legs().getLast();
        if (visit.isOpen()) {
            into.add(entry(Measure.SOJOURN, first, null, null));
        } else if (last.state() == LegState.SERVED && last.endedAt() != null) {
            into.add(entry(Measure.SOJOURN, first, Duration.between(first.queuedAt(), last.endedAt()), null));
        } else if (!isCounted(last)) {
            into.add(unknown(Measure.SOJOURN, first));
        }
    }

    private Contribution entry(Measure measure, Leg of, @Nullable Duration took, @Nullable Duration limit) {
        Duration after = Duration.between(visit.arrivedAt(), of.queuedAt());
        return new Contribution(measure, cell(of), visit.arrivedAt(), after, took, limit);
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
