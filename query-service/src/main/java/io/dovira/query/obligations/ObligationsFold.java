package io.dovira.query.obligations;

import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.footage.Flaws;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.obligations.Clockwork;
import io.dovira.events.obligations.Duties;
import io.dovira.events.obligations.Ledger;
import io.dovira.events.obligations.Obligation;
import io.dovira.events.obligations.ObligationBreached;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.policies.CalendarFact;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyTerms;
import io.dovira.query.platform.CalendarTerms;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Documents.Change;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import io.dovira.query.platform.Office;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one document for each obligation that there ever was.
 *
 * <pre>
 *   a fact of custody-7  ->  custody-7 as its record tells it  ->  its duties  ->  the obligations that are not as they were
 *                            CUSTODIES (rank 30)                   DUTIES (20)     OBLIGATIONS (10)
 * </pre>
 */
final class ObligationsFold implements Fold {
    static final String NAME = "obligations";

    static final Kind<Obligation> OBLIGATIONS = new Kind<>("list", Obligation.class, 10);
    static final Kind<Duties> DUTIES = new Kind<>("duties", Duties.class, 20);
    static final Kind<Custody> CUSTODIES = new Kind<>("custodies", Custody.class, 30);
    static final Kind<Appeal> APPEALS = new Kind<>("appeals", Appeal.class, 30);

    /** Of the segments of footage with which something was ever wrong. */
    static final Kind<Flaws> FLAWS = new Kind<>("flaws", Flaws.class, 30);

    static final Kind<Office> OFFICES = new Kind<>("offices", Office.class, 40);
    static final Kind<PolicyTerms> POLICIES = new Kind<>("policies", PolicyTerms.class, 40);
    static final Kind<CalendarTerms> CALENDARS = new Kind<>("calendars", CalendarTerms.class, 40);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 7;
    }

    @Override
    public boolean wants(Class<? extends Fact> type) {
        return OfficeFact.class.isAssignableFrom(type) || Ledger.wants(type);
    }

    @Override
    public void foresee(Recorded<?> recorded, BiConsumer<Kind<?>, String> document) {
        switch (recorded.fact()) {
            case CustodyFact ignored -> {
                document.accept(CUSTODIES, recorded.stream());
                document.accept(DUTIES, recorded.stream());
            }
            case AppealFact ignored -> {
                document.accept(APPEALS, recorded.stream());
                document.accept(DUTIES, recorded.stream());
            }
            case FootageFact ignored -> {
                document.accept(FLAWS, recorded.stream());
                document.accept(DUTIES, recorded.stream());
            }
            case ObligationBreached fact -> {
                document.accept(DUTIES, fact.subject());
                document.accept(OBLIGATIONS, fact.obligation().value());
            }
            default -> {}
        }
    }

    /**
     * The watcher reads the log, so it records a breach also while the facts of its subject wait here: then the breach waits behind them, or
     * the obligation would open without its mark when they are tried again.
     */
    @Override
    public String sequence(Recorded<?> recorded) {
        return recorded.fact() instanceof ObligationBreached breach ? breach.subject() : recorded.stream();
    }

    @Override
    public void apply(Recorded<?> recorded, Documents documents) {
        switch (recorded.fact()) {
            case OfficeFact fact ->
                documents.change(OFFICES, fact.office().value(), office -> Office.evolve(office, fact));
            case PolicyFact fact ->
                documents.change(POLICIES, fact.policy().value(), before -> PolicyTerms.evolve(before, recorded, fact));
            case CalendarFact fact ->
                documents.change(
                        CALENDARS, fact.calendar().value(), before -> CalendarTerms.evolve(before, recorded, fact));
            case CustodyFact fact -> {
                Custody custody = documents
                        .change(
                                CUSTODIES,
                                recorded.stream(),
                                before -> Custody.evolve(before, fact, recorded.occurredAt()))
                        .after();
                Clockwork clockwork = clockwork(recorded, custody.office().value(), documents);
                follow(recorded, documents, duties -> Duties.after(duties, custody, recorded.occurredAt(), clockwork));
            }
            case AppealFact fact -> {
                Appeal appeal = documents
                        .change(
                                APPEALS,
                                recorded.stream(),
                                before -> Appeal.evolve(before, fact, recorded.occurredAt()))
                        .after();
                Clockwork clockwork = clockwork(recorded, appeal.office().value(), documents);
                follow(recorded, documents, duties -> Duties.after(duties, appeal, recorded.occurredAt(), clockwork));
            }
            case FootageFact fact -> footage(fact, recorded, documents);
            case ObligationBreached fact -> breached(fact, documents);
            default -> {}
        }
    }

    /** Most segments are as they should be, and leave nothing here. */
    private static void footage(FootageFact fact, Recorded<?> recorded, Documents documents) {
        if (!Flaws.isFound(fact) && documents.get(FLAWS, recorded.stream()) == null) {
            return;
        }
        Flaws flaws = documents
                .change(
                        FLAWS,
                        recorded.stream(),
                        before -> Objects.requireNonNullElse(before, Flaws.NONE).after(fact, recorded.occurredAt()))
                .after();
        String office = recorded.meta().office();
        Clockwork clockwork = clockwork(recorded, office, documents);
        follow(
                recorded,
                documents,
                duties -> Duties.after(duties, recorded.stream(), office, flaws, recorded.occurredAt(), clockwork));
    }

    private static void follow(Recorded<?> recorded, Documents documents, Function<@Nullable Duties, Duties> step) {
        Change<Duties> change = documents.change(DUTIES, recorded.stream(), step);
        for (Obligation obligation : change.after().changedSince(change.before())) {
            documents.put(OBLIGATIONS, obligation.id().value(), obligation);
        }
    }

    /** The obligation may have been followed by the next one of its rule, and be found by its own document only. */
    private static void breached(ObligationBreached fact, Documents documents) {
        if (documents.get(DUTIES, fact.subject()) != null) {
            documents.change(
                    DUTIES,
                    fact.subject(),
                    duties -> Objects.requireNonNull(duties).recorded(fact));
        }
        String id = fact.obligation().value();
        if (documents.get(OBLIGATIONS, id) != null) {
            documents.change(
                    OBLIGATIONS,
                    id,
                    obligation -> Objects.requireNonNull(obligation).recorded());
        }
    }

    private static Clockwork clockwork(Recorded<?> recorded, @Nullable String id, Documents documents) {
        Office office = id == null ? null : documents.get(OFFICES, id);
        ZoneId zone = office == null ? ZoneOffset.UTC : office.zone();
        return Clockwork.of(
                new StoredRules(documents, recorded.position()),
                zone,
                recorded.meta().origin());
    }
}
