package io.dovira.query.feedback;

import io.dovira.events.Fact;
import io.dovira.events.PolicyId;
import io.dovira.events.Recorded;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyHistory;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Documents.Change;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import io.dovira.query.platform.Office;
import java.time.LocalDate;
import java.util.function.BiConsumer;

/** From surveys to figures: a survey is offered or answered, and its cell changes by the difference. */
final class FeedbackFold implements Fold {
    static final String NAME = "feedback";

    /** How many answers a share needs; of all policies the only one that is kept here. */
    static final PolicyId SMALLEST_SAMPLE = KnownPolicies.FEEDBACK_SMALL_N;

    static final Kind<Cell> CELLS = new Kind<>("cells", Cell.class, 10);
    static final Kind<SurveyDocument> SURVEYS = new Kind<>("surveys", SurveyDocument.class, 20);
    static final Kind<Office> OFFICES = new Kind<>("offices", Office.class, 30);
    static final Kind<PolicyHistory> POLICIES = new Kind<>("policies", PolicyHistory.class, 30);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean wants(Class<? extends Fact> type) {
        return FeedbackFact.class.isAssignableFrom(type)
                || OfficeFact.class.isAssignableFrom(type)
                || PolicyFact.class.isAssignableFrom(type);
    }

    @Override
    public void foresee(Recorded<?> recorded, BiConsumer<Kind<?>, String> document) {
        switch (recorded.fact()) {
            case FeedbackFact fact -> {
                document.accept(SURVEYS, fact.survey().value());
                document.accept(OFFICES, fact.office().value());
            }
            case OfficeFact fact -> document.accept(OFFICES, fact.office().value());
            default -> {}
        }
    }

    @Override
    public void apply(Recorded<?> recorded, Documents documents) {
        switch (recorded.fact()) {
            case OfficeFact fact ->
                documents.change(OFFICES, fact.office().value(), office -> Office.evolve(office, fact));
            case PolicyFact fact -> {
                if (fact.policy().equals(SMALLEST_SAMPLE)) {
                    documents.change(
                            POLICIES,
                            SMALLEST_SAMPLE.value(),
                            before -> PolicyHistory.evolve(before, fact, recorded.occurredAt()));
                }
            }
            case FeedbackFact fact -> survey(documents, fact, recorded);
            default -> {}
        }
    }

    private static void survey(Documents documents, FeedbackFact fact, Recorded<?> recorded) {
        Office office = documents.get(OFFICES, fact.office().value());
        if (office == null) {
            throw new IllegalStateException("office " + fact.office() + " is not registered");
        }
        Change<SurveyDocument> change = documents.change(
                SURVEYS,
                fact.survey().value(),
                before -> SurveyDocument.after(
                        before, fact, recorded.occurredAt(), recorded.meta().origin()));
        SurveyDocument before = change.before();
        SurveyDocument after = change.after();
        if (after.equals(before)) {
            return;
        }
        // An answer keeps the day, the service and the channel of its offer, so one cell holds both.
        String day = LocalDate.ofInstant(after.at(), office.zone()).toString();
        documents.change(CELLS, Cell.id(after, day), stored -> {
            Cell cell = stored == null ? Cell.empty(after, day) : stored;
            return (before == null ? cell : cell.minus(before)).plus(after);
        });
    }
}
