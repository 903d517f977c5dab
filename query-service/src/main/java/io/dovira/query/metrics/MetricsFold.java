package io.dovira.query.metrics;

import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.Recorded;
import io.dovira.events.cases.CaseFact;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.offices.OfficeTerms;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.waits.WaitRules;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Documents.Change;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import io.dovira.query.platform.Office;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** From facts to figures: the state of the visit or case takes one step, the cells change by the difference of its contributions. */
final class MetricsFold implements Fold {

    static final String NAME = "metrics";

    static final Kind<Cell> CELLS = new Kind<>("cells", Cell.class, 10);
    static final Kind<VisitState> VISITS = new Kind<>("visits", VisitState.class, 20);
    static final Kind<CaseState> CASES = new Kind<>("cases", CaseState.class, 20);
    static final Kind<Office> OFFICES = new Kind<>("offices", Office.class, 30);
    static final Kind<OfficeTerms> TERMS = new Kind<>("terms", OfficeTerms.class, 30);
    static final Kind<WaitRules> WAIT_RULES = new Kind<>("wait-rules", WaitRules.class, 30);

    /** They are one document. */
    static final String THE_RULES = "all";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 5;
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
            case OfficeFact fact -> {
                document.accept(OFFICES, fact.office().value());
                document.accept(TERMS, fact.office().value());
            }
            case VisitFact fact -> document.accept(VISITS, fact.visit().value());
            case CaseFact fact -> document.accept(CASES, fact.caseId().value());
            default -> {}
        }
    }

    @Override
    public void apply(Recorded<?> recorded, Documents documents) {
        switch (recorded.fact()) {
            case OfficeFact fact -> {
                documents.change(OFFICES, fact.office().value(), office -> Office.evolve(office, fact));
                documents.change(TERMS, fact.office().value(), terms -> OfficeTerms.evolve(terms, recorded, fact));
            }
            case PolicyFact fact -> {
                if (WaitRules.concerns(fact.policy())) {
                    documents.change(WAIT_RULES, THE_RULES, rules -> WaitRules.evolve(rules, recorded, fact));
                }
            }
            case VisitFact fact -> visit(recorded, fact, documents);
            case CaseFact fact -> theCase(recorded, fact, documents);
            default -> {}
        }
    }

    private static void visit(Recorded<?> recorded, VisitFact fact, Documents documents) {
        Change<VisitState> change = documents.change(VISITS, fact.visit().value(), before -> {
            OfficeId office = fact instanceof VisitorArrived arrived
                    ? arrived.office()
                    : known(before, fact).visit().office();
            return VisitState.evolve(
                    before,
                    recorded,
                    fact,
                    terms(documents, office),
                    Objects.requireNonNullElse(documents.get(WAIT_RULES, THE_RULES), WaitRules.NONE));
        });
        VisitState before = change.before();
        settle(
                documents,
                before == null ? List.of() : before.contributions(),
                change.after().contributions());
    }

    private static VisitState known(@Nullable VisitState before, VisitFact fact) {
        if (before == null) {
            throw new IllegalStateException("visit " + fact.visit() + " has not arrived");
        }
        return before;
    }

    private static void theCase(Recorded<?> recorded, CaseFact fact, Documents documents) {
        if (fact instanceof CaseOpened opened) {
            documents.change(
                    OFFICES,
                    opened.office().value(),
                    office -> registered(office, opened.office())
                            .knowing(opened.service().value(), opened.serviceName()));
        }
        Change<CaseState> change = documents.change(CASES, fact.caseId().value(), before -> {
            if (fact instanceof CaseOpened opened) {
                return CaseState.evolve(before, recorded, fact, terms(documents, opened.office()));
            }
            if (before == null) {
                throw new IllegalStateException("case " + fact.caseId() + " was not opened");
            }
            return CaseState.evolve(
                    before, recorded, fact, terms(documents, before.theCase().office()));
        });
        CaseState before = change.before();
        settle(
                documents,
                before == null ? List.of() : before.contributions(),
                change.after().contributions());
    }

    private static OfficeTerms terms(Documents documents, OfficeId id) {
        return registered(documents.get(TERMS, id.value()), id);
    }

    private static <T> T registered(@Nullable T known, OfficeId id) {
        if (known == null) {
            throw new IllegalStateException("office " + id + " is not registered");
        }
        return known;
    }

    /** Takes out what is no longer contributed and puts in what is new; most facts change one or two cells. */
    private static void settle(Documents documents, List<Contribution> before, List<Contribution> after) {
        List<Contribution> gone = new ArrayList<>(before);
        List<Contribution> come = new ArrayList<>(after);
        for (Contribution contribution : before) {
            if (come.remove(contribution)) {
                gone.remove(contribution);
            }
        }
        Set<CellKey> cells = new LinkedHashSet<>();
        gone.forEach(contribution -> cells.add(contribution.cell()));
        come.forEach(contribution -> cells.add(contribution.cell()));
        for (CellKey key : cells) {
            documents.change(CELLS, key.id(), stored -> {
                Cell cell = stored == null ? Cell.empty(key) : stored;
                for (Contribution contribution : of(key, gone)) {
                    cell = cell.minus(contribution);
                }
                for (Contribution contribution : of(key, come)) {
                    cell = cell.plus(contribution);
                }
                return cell;
            });
        }
    }

    private static List<Contribution> of(CellKey cell, List<Contribution> contributions) {
        return contributions.stream()
                .filter(contribution -> contribution.cell().equals(cell))
                .toList();
    }
}
