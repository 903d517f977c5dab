package io.dovira.query.obligations;

import com.mongodb.client.model.Indexes;
import io.dovira.events.obligations.Obligation;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyHistory;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.PageToken;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.View;
import io.dovira.query.platform.ViewStore.Viewed;
import io.dovira.query.platform.Views;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the obligations. Thread-safe. */
final class ObligationIndex {
    private static final int BATCH = 500;

    private final ObligationsFold fold;
    private final Projections projections;
    private final Views views;
    private final Clock clock;

    ObligationIndex(ObligationsFold fold, Projections projections, Views views, Clock clock) {
        this.fold = fold;
        this.projections = projections;
        this.views = views;
        this.clock = clock;
        for (List<String> fields : Question.INDEXES) {
            views.index(
                    fold,
                    ObligationsFold.OBLIGATIONS,
                    fields.isEmpty()
                            ? Question.ORDER
                            : Indexes.compoundIndex(Indexes.ascending(fields), Question.ORDER));
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** One page, complete at least to the position asked for. */
    ObligationsPage find(Question asked, int limit, long minPosition) {
        projections.await(fold, minPosition);
        View view = views.of(fold);
        List<Obligation> page = new ArrayList<>();
        Question question = asked;
        boolean more = true;
        // A moment of the past lets more through than it keeps; so it is read on until the page is full.
        while (more && page.size() <= limit) {
            List<Viewed<Obligation>> found =
                    view.of(ObligationsFold.OBLIGATIONS).first(question.filter(), Question.ORDER, BATCH);
            found.stream()
                    .map(Viewed::document)
                    .filter(question::matches)
                    .limit(limit + 1L - page.size())
                    .forEach(page::add);
            more = found.size() == BATCH;
            if (more) {
                question = question.after(token(found.getLast().document()));
            }
        }
        List<Obligation> shown = page.subList(0, Math.min(limit, page.size()));
        return new ObligationsPage(
                view.position(),
                asked.at(),
                described(view, shown, asked.at()),
                page.size() > limit ? token(shown.getLast()).encode() : null);
    }

    /** @throws Problem with status 404 if there is none */
    Obligation one(String id, long minPosition) {
        projections.await(fold, minPosition);
        Obligation found = views.of(fold).of(ObligationsFold.OBLIGATIONS).get(id);
        if (found == null) {
            throw Problem.notFound("there is no obligation '" + id + "'");
        }
        return found;
    }

    /** With the words of their policies and the names of their offices. */
    List<FoundObligation> described(Collection<Obligation> obligations, Instant at) {
        return described(views.of(fold), obligations, at);
    }

    private static List<FoundObligation> described(View view, Collection<Obligation> obligations, Instant at) {
        Map<String, PolicyHistory> policies = new HashMap<>();
        view.of(ObligationsFold.POLICIES)
                .all(obligations.stream()
                        .map(each -> policyId(each.turnAt(at).policy()))
                        .collect(Collectors.toSet()))
                .forEach(found -> policies.put(found.key(), found.document().now()));
        Map<String, Office> offices = new HashMap<>();
        view.of(ObligationsFold.OFFICES)
                .all(obligations.stream()
                        .map(each -> String.valueOf(each.office()))
                        .collect(Collectors.toSet()))
                .forEach(found -> offices.put(found.key(), found.document()));
        return obligations.stream()
                .map(each -> FoundObligation.of(
                        each,
                        at,
                        policy(policies, each.turnAt(at).policy()),
                        offices.get(String.valueOf(each.office()))))
                .toList();
    }

    private static @Nullable Policy policy(Map<String, PolicyHistory> known, String ref) {
        PolicyHistory history = known.get(policyId(ref));
        int sign = ref.lastIndexOf('@');
        return history == null || sign < 0
                ? null
                : history.version(Integer.parseInt(ref.substring(sign + 1))).orElse(null);
    }

    private static String policyId(String ref) {
        int sign = ref.lastIndexOf('@');
        return sign < 0 ? ref : ref.substring(0, sign);
    }

    private static PageToken token(Obligation last) {
        return new PageToken(last.due(), last.id().value());
    }
}
