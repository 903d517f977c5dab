package io.dovira.query.custody;

import io.dovira.events.Fact;
import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.custody.ArrivalFact;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.custody.RecordFact.LateEntryMade;
import io.dovira.events.custody.RecordFact.PersonHandedOver;
import io.dovira.events.custody.RecordFact.RecordAccessed;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyTerms;
import io.dovira.query.custody.Typing.Typed;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Documents.Change;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import io.dovira.query.platform.Office;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Keeps the whiteboard, how late entries are recorded, and which were typed in a batch. */
final class CustodyFold implements Fold {
    static final String NAME = "custody";

    static final Kind<Batch> BATCHES = new Kind<>("batches", Batch.class, 10);

    static final Kind<LagCell> LAGS = new Kind<>("lags", LagCell.class, 10);

    /** The last entries of each person; batches are computed from them. */
    static final Kind<Typing> TYPING = new Kind<>("typing", Typing.class, 20);

    static final Kind<Held> RECORDS = new Kind<>("records", Held.class, 30);

    static final Kind<UnitShift> UNITS = new Kind<>("units", UnitShift.class, 30);

    /** Names and zones. */
    static final Kind<Office> OFFICES = new Kind<>("offices", Office.class, 40);

    /** The rules that say what is late. Everything above is computed from them. */
    static final Kind<PolicyTerms> POLICIES = new Kind<>("policies", PolicyTerms.class, 40);

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
        return CustodyFact.class.isAssignableFrom(type)
                || UnitFact.class.isAssignableFrom(type)
                || OfficeFact.class.isAssignableFrom(type)
                || PolicyFact.class.isAssignableFrom(type);
    }

    @Override
    public void foresee(Recorded<?> recorded, BiConsumer<Kind<?>, String> document) {
        switch (recorded.fact()) {
            case OfficeFact fact -> document.accept(OFFICES, fact.office().value());
            case UnitFact fact -> document.accept(UNITS, fact.office().value());
            case CustodyFact fact -> {
                document.accept(RECORDS, fact.custody().value());
                Thresholds.ALL.forEach(policy -> document.accept(POLICIES, policy.value()));
            }
            default -> {}
        }
    }

    @Override
    public void apply(Recorded<?> recorded, Documents documents) {
        switch (recorded.fact()) {
            case OfficeFact fact ->
                documents.change(OFFICES, fact.office().value(), office -> Office.evolve(office, fact));
            case PolicyFact fact -> rule(fact, recorded, documents);
            case UnitFact fact ->
                documents.change(
                        UNITS, fact.office().value(), unit -> UnitShift.after(unit, fact, recorded.occurredAt()));
            case CustodyFact fact -> entry(fact, recorded, documents);
            default -> {}
        }
    }

    private static void rule(PolicyFact fact, Recorded<?> recorded, Documents documents) {
        if (Thresholds.ALL.contains(fact.policy())) {
            documents.change(POLICIES, fact.policy().value(), known -> PolicyTerms.evolve(known, recorded, fact));
        }
    }

    private static void entry(CustodyFact fact, Recorded<?> recorded, Documents documents) {
        Thresholds thresholds =
                Thresholds.of(policy -> documents.get(POLICIES, policy.value())).knownTo(recorded);
        boolean entered = isEntry(fact);
        boolean late = entered && isLate(fact, recorded, thresholds);
        Change<Held> change = documents.change(
                RECORDS, fact.custody().value(), before -> Held.after(before, fact, recorded, entered, late));
        if (entered) {
            String office = change.after().office();
            lag(office, recorded, late, documents);
            if (isLagKnown(recorded) && !(fact instanceof ArrivalFact)) {
                typed(office, fact, recorded, thresholds, documents);
            }
        }
    }

    /** What a person entered, and not what followed from it, nor who read it. */
    static boolean isEntry(CustodyFact fact) {
        return !(fact instanceof ClockStarted)
                && !(fact instanceof PersonHandedOver)
                && !(fact instanceof RecordAccessed);
    }

    /** A late entry says so itself; of what is told with a whole history nobody knows how soon it was entered. */
    static boolean isLate(CustodyFact fact, Recorded<?> recorded, Thresholds thresholds) {
        return fact instanceof LateEntryMade
                || (isLagKnown(recorded) && thresholds.isLate(recorded.occurredAt(), recorded.recordedAt()));
    }

    static boolean isLagKnown(Recorded<?> recorded) {
        return !recorded.meta().backfilled();
    }

    private static void lag(String office, Recorded<?> recorded, boolean late, Documents documents) {
        Office unit = documents.get(OFFICES, office);
        ZoneId zone = unit == null ? ZoneOffset.UTC : unit.zone();
        String day = LocalDate.ofInstant(recorded.recordedAt(), zone).toString();
        String role = recorded.meta().role();
        Origin origin = recorded.meta().origin();
        documents.change(LAGS, LagCell.key(office, day, role, origin), known -> {
            LagCell cell = Objects.requireNonNullElseGet(known, () -> LagCell.empty(office, role, day, origin));
            return isLagKnown(recorded) ? cell.plus(recorded.recordLag().toMillis(), late) : cell.plusUnknown();
        });
    }

    /** The forms of arrival are filled in at once and tell of earlier hours; they are no batch. */
    private static void typed(
            String office, CustodyFact fact, Recorded<?> recorded, Thresholds thresholds, Documents documents) {
        Thresholds.@Nullable Batch rule =
                thresholds.batch(recorded.recordedAt()).orElse(null);
        if (rule == null) {
            return;
        }
        String actor = recorded.meta().actor();
        Typed typed =
                new Typed(recorded.position(), fact.custody().value(), recorded.recordedAt(), recorded.occurredAt());
        String key = office + "/" + actor + "/" + recorded.position();
        Change<Typing> change = documents.change(
                TYPING,
                office + "/" + actor,
                before -> Objects.requireNonNullElse(before, Typing.NOTHING).after(typed, rule, key));
        String batch = change.after().batch();
        if (batch != null && !change.after().equals(change.before())) {
            documents.put(
                    BATCHES,
                    batch,
                    Batch.of(
                            office,
                            actor,
                            recorded.meta().role(),
                            recorded.meta().origin(),
                            change.after().recent()));
        }
    }
}
