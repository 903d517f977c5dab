package io.dovira.query.interactions;

import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.Recorded;
import io.dovira.events.cases.CaseFact;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyTerms;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import io.dovira.query.platform.Office;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Keeps one document for each visit and case, to search by. */
final class InteractionsFold implements Fold {
    static final String NAME = "interactions";

    static final Kind<Interaction> INTERACTIONS = new Kind<>("index", Interaction.class, 10);

    /** Names and organisations. The index is computed from them, so they are written after it. */
    static final Kind<Office> OFFICES = new Kind<>("offices", Office.class, 20);

    /** Of all policies the one that says what is recorded late. */
    static final Kind<PolicyTerms> POLICIES = new Kind<>("policies", PolicyTerms.class, 20);

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
                || CaseFact.class.isAssignableFrom(type)
                || OfficeFact.class.isAssignableFrom(type)
                || PolicyFact.class.isAssignableFrom(type);
    }

    @Override
    public void foresee(Recorded<?> recorded, BiConsumer<Kind<?>, String> document) {
        switch (recorded.fact()) {
            case OfficeFact fact -> document.accept(OFFICES, fact.office().value());
            case VisitFact ignored -> document.accept(INTERACTIONS, recorded.stream());
            case CaseFact ignored -> document.accept(INTERACTIONS, recorded.stream());
            default -> {}
        }
    }

    @Override
    public void apply(Recorded<?> recorded, Documents documents) {
        switch (recorded.fact()) {
            case OfficeFact fact ->
                documents.change(OFFICES, fact.office().value(), office -> Office.evolve(office, fact));
            case PolicyFact fact -> {
                if (fact.policy().equals(Lateness.RULE)) {
                    documents.change(
                            POLICIES, Lateness.RULE.value(), known -> PolicyTerms.evolve(known, recorded, fact));
                }
            }
            case VisitFact fact ->
                documents.change(
                        INTERACTIONS,
                        recorded.stream(),
                        before -> Interaction.after(
                                before, fact, recorded, organisation(fact, documents), lateness(documents)));
            case CaseFact fact -> {
                if (fact instanceof CaseOpened opened) {
                    learnService(opened, documents);
                }
                documents.change(
                        INTERACTIONS,
                        recorded.stream(),
                        before -> Interaction.after(
                                before, fact, recorded, organisation(fact, documents), lateness(documents)));
            }
            default -> {}
        }
    }

    private static Lateness lateness(Documents documents) {
        return new Lateness(documents.get(POLICIES, Lateness.RULE.value()));
    }

    /** Services of cases are known from the cases only. */
    private static void learnService(CaseOpened opened, Documents documents) {
        if (documents.get(OFFICES, opened.office().value()) != null) {
            documents.change(
                    OFFICES,
                    opened.office().value(),
                    office -> Objects.requireNonNull(office)
                            .knowing(opened.service().value(), opened.serviceName()));
        }
    }

    /** Asked for by the first fact only; an office that was never registered has none, and its interactions are still found. */
    private static @Nullable String organisation(Fact fact, Documents documents) {
        return switch (fact) {
            case VisitorArrived arrived -> organisationOf(arrived.office(), documents);
            case CaseOpened opened -> organisationOf(opened.office(), documents);
            default -> null;
        };
    }

    private static @Nullable String organisationOf(OfficeId id, Documents documents) {
        Office office = documents.get(OFFICES, id.value());
        return office == null ? null : office.organisation();
    }
}
