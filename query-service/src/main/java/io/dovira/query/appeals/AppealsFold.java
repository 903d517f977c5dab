package io.dovira.query.appeals;

import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.Round;
import io.dovira.events.feedback.FeedbackFact;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyTerms;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import io.dovira.query.platform.Office;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps one document for each appeal, one for each of its rounds, which surveys are about them, the names of offices, and the rule of what is due soon. */
final class AppealsFold implements Fold {
    static final String NAME = "appeals";

    static final Kind<RoundDocument> ROUNDS = new Kind<>("rounds", RoundDocument.class, 10);

    /** Rounds are taken from appeals, so appeals are written after them. */
    static final Kind<AppealDocument> APPEALS = new Kind<>("appeals", AppealDocument.class, 20);

    static final Kind<SurveyOfAppeal> SURVEYS = new Kind<>("surveys", SurveyOfAppeal.class, 30);
    static final Kind<Office> OFFICES = new Kind<>("offices", Office.class, 30);
    static final Kind<PolicyTerms> POLICIES = new Kind<>("policies", PolicyTerms.class, 30);

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
        return AppealFact.class.isAssignableFrom(type)
                || FeedbackFact.class.isAssignableFrom(type)
                || OfficeFact.class.isAssignableFrom(type)
                || PolicyFact.class.isAssignableFrom(type);
    }

    @Override
    public void foresee(Recorded<?> recorded, BiConsumer<Kind<?>, String> document) {
        switch (recorded.fact()) {
            case OfficeFact fact -> document.accept(OFFICES, fact.office().value());
            case AppealFact fact -> {
                document.accept(APPEALS, fact.appeal().value());
                document.accept(POLICIES, KnownPolicies.OBLIGATION_DUE_SOON.value());
            }
            case SurveyOffered fact -> {
                if (fact.appeal() != null) {
                    document.accept(APPEALS, fact.appeal().value());
                }
            }
            case SurveyAnswered fact -> document.accept(SURVEYS, fact.survey().value());
            default -> {}
        }
    }

    @Override
    public void apply(Recorded<?> recorded, Documents documents) {
        switch (recorded.fact()) {
            case OfficeFact fact ->
                documents.change(OFFICES, fact.office().value(), office -> Office.evolve(office, fact));
            case AppealFact fact -> {
                String key = fact.appeal().value();
                Documents.Change<AppealDocument> change = documents.change(
                        APPEALS,
                        key,
                        before -> AppealDocument.after(
                                before, fact, recorded, from -> soonPercent(from, recorded.position(), documents)));
                tell(key, change, documents);
            }
            case SurveyOffered fact -> offered(fact, documents);
            case SurveyAnswered fact -> answered(fact, recorded.occurredAt(), documents);
            case PolicyFact fact -> {
                if (fact.policy().equals(KnownPolicies.OBLIGATION_DUE_SOON)) {
                    documents.change(
                            POLICIES, fact.policy().value(), before -> PolicyTerms.evolve(before, recorded, fact));
                }
            }
            default -> {}
        }
    }

    private static int soonPercent(Instant from, long position, Documents documents) {
        PolicyTerms terms = documents.get(POLICIES, KnownPolicies.OBLIGATION_DUE_SOON.value());
        return terms == null
                ? 0
                : terms.at(position)
                        .flatMap(history -> history.at(from))
                        .map(Policy::number)
                        .orElse(0);
    }

    private static void offered(SurveyOffered fact, Documents documents) {
        if (fact.appeal() == null) {
            return;
        }
        String appeal = fact.appeal().value();
        documents.put(SURVEYS, fact.survey().value(), new SurveyOfAppeal(appeal));
        asked(appeal, documents, before -> new AppealSurvey(fact.survey().value(), fact.expiresAt(), null));
    }

    private static void answered(SurveyAnswered fact, Instant at, Documents documents) {
        SurveyOfAppeal survey = documents.get(SURVEYS, fact.survey().value());
        if (survey != null) {
            asked(
                    survey.appeal(),
                    documents,
                    before ->
                            before != null && before.id().equals(fact.survey().value()) ? before.answered(at) : before);
        }
    }

    /** Nobody is asked before there was an answer: an appeal that is not known waits among the dead letters, and so must what is said of it. */
    private static void asked(
            String appeal, Documents documents, Function<@Nullable AppealSurvey, @Nullable AppealSurvey> step) {
        AppealDocument known = documents.get(APPEALS, appeal);
        if (known == null) {
            throw new IllegalStateException("appeal " + appeal + " is not known");
        }
        AppealSurvey after = step.apply(known.survey());
        if (after != null) {
            documents.change(
                    APPEALS, appeal, before -> Objects.requireNonNull(before).with(after));
        }
    }

    private static void tell(String appeal, Documents.Change<AppealDocument> change, Documents documents) {
        AppealDocument after = change.after();
        AppealDocument before = change.before();
        List<Round> known = before == null ? List.of() : before.appeal().rounds();
        for (Round round : after.appeal().rounds()) {
            if (!known.contains(round)) {
                documents.put(
                        ROUNDS, appeal + ":" + round.number(), RoundDocument.of(after.office(), after.origin(), round));
            }
        }
    }
}
