package io.dovira.query.appeals;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.View;
import io.dovira.query.platform.ViewStore.Viewed;
import io.dovira.query.platform.Views;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads what the fold keeps. Thread-safe. */
final class AppealIndex {
    private final AppealsFold fold;
    private final Projections projections;
    private final Views views;
    private final Clock clock;

    AppealIndex(AppealsFold fold, Projections projections, Views views, Clock clock) {
        this.fold = fold;
        this.projections = projections;
        this.views = views;
        this.clock = clock;
        for (List<String> fields : AppealSearch.INDEXES) {
            views.index(fold, AppealsFold.APPEALS, Indexes.ascending(fields));
        }
        views.index(fold, AppealsFold.ROUNDS, Indexes.ascending("startedAt"));
        views.index(fold, AppealsFold.ROUNDS, Indexes.ascending("office", "startedAt"));
    }

    /** An appeal, with the position to which everything known of it is complete at least. */
    record Found(long position, AppealDocument document, AppealView view) {}

    Instant now() {
        return clock.instant();
    }

    /** One page, complete at least to the position asked for. */
    AppealPage find(AppealSearch search, int limit, long minPosition) {
        projections.await(fold, minPosition);
        View view = views.of(fold);
        List<Viewed<AppealDocument>> found =
                view.of(AppealsFold.APPEALS).first(search.filter(), AppealSearch.ORDER, limit + 1);
        List<Viewed<AppealDocument>> page = found.subList(0, Math.min(limit, found.size()));
        Map<String, Office> offices = officesOf(view, page);
        return new AppealPage(
                view.position(),
                search.now(),
                page.stream()
                        .map(each -> shown(
                                each.document(), offices.get(each.document().office()), search.now()))
                        .toList(),
                found.size() > limit ? token(page.getLast().document().order()) : null);
    }

    /** The appeal with this id; null if there is none. */
    @Nullable
    Found one(String id, Instant now, long minPosition) {
        projections.await(fold, minPosition);
        View view = views.of(fold);
        AppealDocument document = view.of(AppealsFold.APPEALS).get(id);
        if (document == null) {
            return null;
        }
        Office office = view.of(AppealsFold.OFFICES).get(document.office());
        return new Found(view.position(), document, shown(document, office, now));
    }

    /** The appeal that the citizen with this code asks after; null if there is none. */
    @Nullable
    AppealDocument of(ReceiptCode code) {
        return views
                .of(fold)
                .of(AppealsFold.APPEALS)
                .all(Filters.eq("receipt", code.digest().value()))
                .stream()
                .findFirst()
                .map(Viewed::document)
                .orElse(null);
    }

    /** The office with this id; null if it is not known. */
    @Nullable
    Office office(String id) {
        return views.of(fold).of(AppealsFold.OFFICES).get(id);
    }

    /** Figures of the rounds that match. */
    AppealFigures figures(Bson rounds, Instant now, long minPosition) {
        projections.await(fold, minPosition);
        View view = views.of(fold);
        Tally tally = new Tally(now);
        view.of(AppealsFold.ROUNDS).forEach(rounds, round -> tally.add(round.document()));
        return tally.figures(view.position());
    }

    private static AppealView shown(AppealDocument document, @Nullable Office office, Instant now) {
        return AppealView.of(
                document,
                office,
                document.appeal().rounds().stream()
                        .map(round -> RoundView.of(round, document.status(round, now)))
                        .toList());
    }

    private static Map<String, Office> officesOf(View view, List<Viewed<AppealDocument>> page) {
        Set<String> ids = page.stream().map(each -> each.document().office()).collect(Collectors.toSet());
        Map<String, Office> known = new HashMap<>();
        view.of(AppealsFold.OFFICES).all(ids).forEach(office -> known.put(office.key(), office.document()));
        return known;
    }

    /** Where a page ended: opaque to clients, and independent of what is recorded while they page. */
    static String token(String order) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(order.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if it is not one of ours */
    static String place(String token) {
        String order = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        if (!order.matches("[01] \\d{15} [01] [A-Za-z0-9._~-]{1,120}")) {
            throw new IllegalArgumentException("no page token");
        }
        return order;
    }
}
