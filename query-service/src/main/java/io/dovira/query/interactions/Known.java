package io.dovira.query.interactions;

import io.dovira.events.Recorded;
import io.dovira.events.cases.Case;
import io.dovira.events.cases.CaseFact;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.platform.FactReader;
import org.jspecify.annotations.Nullable;

/**
 * What the facts so far add up to. Once a fact cannot be taken (a newer writer's, say), nothing more is claimed.
 *
 * @param problem why nothing is claimed any more; null while all is well
 */
record Known(
        @Nullable Visit visit,
        @Nullable Case matter,
        @Nullable String problem) {
    static final Known NOTHING = new Known(null, null, null);

    Known after(StoredEvent event) {
        if (problem != null) {
            return this;
        }
        try {
            Recorded<?> recorded = FactReader.read(event);
            return switch (recorded.fact()) {
                case VisitFact fact -> new Known(Visit.evolve(visit, fact, recorded.occurredAt()), null, null);
                case CaseFact fact -> new Known(null, Case.evolve(matter, fact, recorded.occurredAt()), null);
                default -> lost(event.type() + " does not belong here");
            };
        } catch (RuntimeException e) {
            // Unknown type or revision, unreadable payload, or a fact that cannot follow: all mean that the rest is a
            // guess.
            return lost(String.valueOf(e.getMessage()));
        }
    }

    /** For JSON; null if nothing is known. */
    @Nullable
    Object view() {
        if (visit != null) {
            return VisitState.of(visit);
        }
        return matter == null ? null : CaseState.of(matter);
    }

    private static Known lost(String why) {
        return new Known(null, null, why);
    }
}
