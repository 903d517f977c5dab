package io.dovira.query.estimates;

import io.dovira.events.Fact;
import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.visits.VisitClosedBySystem;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.query.estimates.Hall.Waiting;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Documents.Change;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import io.dovira.query.platform.Office;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * From visits and desks to estimates, and to how they turned out. An estimate stands in the one document that it is made of: made of two, it would come out
 * otherwise when facts are taken again after a crash.
 */
final class EstimatesFold implements Fold {
    static final String NAME = "estimates";

    static final Kind<Outcomes> OUTCOMES = new Kind<>("outcomes", Outcomes.class, 10);
    static final Kind<Hall> HALLS = new Kind<>("halls", Hall.class, 20);
    static final Kind<Office> OFFICES = new Kind<>("offices", Office.class, 30);

    /** What is recorded later than this happened while nobody could be told anything. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public boolean wants(Class<? extends Fact> type) {
        return VisitFact.class.isAssignableFrom(type)
                || DeskFact.class.isAssignableFrom(type)
                || OfficeFact.class.isAssignableFrom(type);
    }

    @Override
    public void foresee(Recorded<?> recorded, BiConsumer<Kind<?>, String> document) {
        switch (recorded.fact()) {
            case OfficeFact fact -> document.accept(OFFICES, fact.office().value());
            case DeskFact fact -> document.accept(HALLS, fact.office().value());
            case VisitFact ignored -> {
                String office = recorded.meta().office();
                if (office != null && recorded.meta().origin() != Origin.IMPORTED) {
                    document.accept(HALLS, office);
                }
            }
            default -> {}
        }
    }

    @Override
    public void apply(Recorded<?> recorded, Documents documents) {
        switch (recorded.fact()) {
            case OfficeFact fact ->
                documents.change(OFFICES, fact.office().value(), office -> Office.evolve(office, fact));
            case DeskFact fact -> inHall(documents, fact.office().value(), hall -> hall.after(fact));
            case VisitFact fact -> visit(documents, recorded, fact);
            default -> {}
        }
    }

    private static void visit(Documents documents, Recorded<?> recorded, VisitFact fact) {
        String office = recorded.meta().office();
        if (office == null || recorded.meta().origin() == Origin.IMPORTED) {
            // Nobody knows in which queue it is, or it is the past of another system: nobody waits there.
            return;
        }
        boolean told = couldBeTold(recorded);
        Instant at = recorded.occurredAt();
        Change<Hall> change = inHall(documents, office, hall -> hall.after(fact, at, told));
        Waiting waited = waited(change, fact);
        if (waited != null && told && !waited.again()) {
            outcome(documents, recorded, office, waited);
        }
    }

    /** A simulation happens in its own time, and each of its offices in order; what is recorded much later, or with a whole history, nobody was there for. */
    private static boolean couldBeTold(Recorded<?> recorded) {
        return recorded.meta().origin() == Origin.SIMULATED
                || (!recorded.meta().backfilled() && recorded.recordLag().abs().compareTo(AT_ONCE) <= 0);
    }

    /** Whose wait the fact ended; null if it ended none, or is known already. */
    private static @Nullable Waiting waited(Change<Hall> change, VisitFact fact) {
        Hall before = change.before();
        if (before == null || before.equals(change.after())) {
            return null;
        }
        return switch (fact) {
            case VisitorCalled f -> before.waiting(f.visit().value(), f.leg());
            case VisitorAbandoned f -> before.waiting(f.visit().value(), f.leg());
            case VisitClosedBySystem f -> before.waiting(f.visit().value(), f.leg());
            default -> null;
        };
    }

    private static void outcome(Documents documents, Recorded<?> recorded, String office, Waiting waited) {
        Office known = documents.get(OFFICES, office);
        if (known == null) {
            throw new IllegalStateException("office " + office + " is not registered");
        }
        Estimate estimate = waited.estimate();
        boolean called = recorded.fact() instanceof VisitorCalled;
        if (!called && (estimate == null || estimate.fromSeconds() == null)) {
            return;
        }
        String day = LocalDate.ofInstant(waited.queuedAt(), known.zone()).toString();
        Origin origin = recorded.meta().origin();
        documents.change(OUTCOMES, Outcomes.key(office, day, origin), stored -> {
            Outcomes before = stored == null ? Outcomes.none(office, day, origin) : stored;
            return called
                    ? before.called(
                            estimate, estimate == null ? null : estimate.verdict(waited.until(recorded.occurredAt())))
                    : before.gone();
        });
    }

    private static Change<Hall> inHall(Documents documents, String office, UnaryOperator<Hall> step) {
        return documents.change(HALLS, office, hall -> step.apply(hall == null ? Hall.empty(office) : hall));
    }
}
