package io.dovira.query.interactions;

import com.mongodb.client.model.Indexes;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.PageToken;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.View;
import io.dovira.query.platform.ViewStore.Viewed;
import io.dovira.query.platform.Views;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Searches the index. Thread-safe. */
final class InteractionIndex {
    private final InteractionsFold fold;
    private final Projections projections;
    private final Views views;

    InteractionIndex(InteractionsFold fold, Projections projections, Views views) {
        this.fold = fold;
        this.projections = projections;
        this.views = views;
        for (List<String> fields : Search.INDEXES) {
            views.index(
                    fold,
                    InteractionsFold.INTERACTIONS,
                    fields.isEmpty() ? Search.ORDER : Indexes.compoundIndex(Indexes.ascending(fields), Search.ORDER));
        }
    }

    /** One page, complete at least to the position asked for. */
    FoundPage find(Search search, int limit, long minPosition) {
        projections.await(fold, minPosition);
        View view = views.of(fold);
        List<Viewed<Interaction>> found =
                view.of(InteractionsFold.INTERACTIONS).first(search.filter(), Search.ORDER, limit + 1);
        List<Viewed<Interaction>> page = found.subList(0, Math.min(limit, found.size()));
        Map<String, Office> known = officesOf(view, page);
        return new FoundPage(
                view.position(),
                page.stream()
                        .map(each -> FoundInteraction.of(
                                each.key(),
                                each.document(),
                                known.get(each.document().office())))
                        .toList(),
                found.size() > limit ? token(page.getLast()).encode() : null);
    }

    Lateness lateness() {
        return new Lateness(views.of(fold).of(InteractionsFold.POLICIES).get(Lateness.RULE.value()));
    }

    @Nullable
    Office office(String id) {
        return views.of(fold).of(InteractionsFold.OFFICES).get(id);
    }

    private Map<String, Office> officesOf(View view, List<Viewed<Interaction>> page) {
        Set<String> ids = page.stream().map(each -> each.document().office()).collect(Collectors.toSet());
        Map<String, Office> known = new HashMap<>();
        view.of(InteractionsFold.OFFICES).all(ids).forEach(office -> known.put(office.key(), office.document()));
        return known;
    }

    private static PageToken token(Viewed<Interaction> last) {
        return new PageToken(last.document().openedAt(), last.key());
    }
}
