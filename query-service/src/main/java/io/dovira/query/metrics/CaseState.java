package io.dovira.query.metrics;

import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.cases.Case;
import io.dovira.events.cases.CaseFact;
import io.dovira.events.metrics.Measure;
import io.dovira.events.offices.OfficeTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case and what else its figures depend on; the zone is kept as it was when the case was opened. */
record CaseState(Case theCase, Origin origin, String timeZone) {

    static CaseState evolve(@Nullable CaseState before, Recorded<?> recorded, CaseFact fact, OfficeTerms terms) {
        Case next = Case.evolve(before == null ? null : before.theCase, fact, recorded.occurredAt());
        return before == null
                ? new CaseState(next, recorded.meta().origin(), terms.zone(recorded.position()))
                : new CaseState(next, before.origin, before.timeZone);
    }

    /** What the case adds to the figures, as it stands now. */
    List<Contribution> contributions() {
        Instant opened = theCase.openedAt();
        Instant due = theCase.dueAt();
        Duration limit = due == null ? null : Duration.between(opened, due);
        CellKey cell = CellKey.of(
                theCase.office().value(), opened, timeZone, theCase.service().value(), theCase.channel(), origin);
        return List.of(
                new Contribution(
                        Measure.RESPONSE, cell, opened, Duration.ZERO, between(opened, theCase.closedAt()), limit),
                new Contribution(
                        Measure.TIME_TO_SERVICE,
                        cell,
                        opened,
                        Duration.ZERO,
                        between(opened, theCase.respondedAt()),
                        null),
                new Contribution(
                        Measure.SOJOURN,
                        cell,
                        opened,
                        Duration.ZERO,
                        between(theCase.firstStepAt(), theCase.lastStepAt()),
                        null));
    }

    private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to);
    }
}
