package io.dovira.query.footage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Indexes;
import io.dovira.events.footage.Camera;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.CameraPlace;
import io.dovira.events.footage.Mismatch;
import io.dovira.events.footage.Reconciliation;
import io.dovira.events.footage.SeenEntry;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.PageToken;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.View;
import io.dovira.query.platform.ViewStore.Viewed;
import io.dovira.query.platform.Views;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Searches the index, and holds the record against it. Thread-safe. */
final class FootageIndex {
    private final FootageFold fold;
    private final Projections projections;
    private final Views views;
    private final FootageProperties properties;
    private final Clock clock;

    FootageIndex(FootageFold fold, Projections projections, Views views, FootageProperties properties, Clock clock) {
        this.fold = fold;
        this.projections = projections;
        this.views = views;
        this.properties = properties;
        this.clock = clock;
        for (List<String> fields : FootageQuery.INDEXES) {
            views.index(
                    fold,
                    FootageFold.SEGMENTS,
                    fields.isEmpty()
                            ? FootageQuery.ORDER
                            : Indexes.compoundIndex(Indexes.ascending(fields), FootageQuery.ORDER));
        }
        views.index(fold, FootageFold.ENTRIES, Indexes.ascending("office", "from"));
        views.index(fold, FootageFold.ENTRIES, Indexes.ascending("subject"));
        views.index(fold, FootageFold.CAMERAS, Indexes.ascending("offices"));
    }

    /** One page, complete at least to the position asked for. */
    FootagePage find(FootageQuery query, int limit, long minPosition) {
        projections.await(fold, minPosition);
        View view = views.of(fold);
        List<Viewed<Segment>> found =
                view.of(FootageFold.SEGMENTS).first(query.filter(), FootageQuery.ORDER, limit + 1);
        List<Viewed<Segment>> page = found.subList(0, Math.min(limit, found.size()));
        Map<String, Office> offices = officesOf(view, page);
        return new FootagePage(
                view.position(),
                page.stream()
                        .map(each -> FoundFootage.of(
                                each.document(), offices.get(each.document().office()), false))
                        .toList(),
                found.size() > limit
                        ? new PageToken(
                                        page.getLast().document().from(),
                                        page.getLast().key())
                                .encode()
                        : null);
    }

    /** One segment; null if there is none with this id. */
    @Nullable
    OneFootage get(String id, long minPosition) {
        projections.await(fold, minPosition);
        View view = views.of(fold);
        Segment found = view.of(FootageFold.SEGMENTS).get("footage-" + id);
        return found == null
                ? null
                : new OneFootage(
                        view.position(),
                        FoundFootage.of(
                                found,
                                view.of(FootageFold.OFFICES).get(found.office()),
                                true,
                                view.of(FootageFold.STAYS)::get));
    }

    /** Every entry that began in the time from {@code from} to {@code to}, with all footage that could show it. */
    ReconciledFootage reconcile(String office, Instant from, Instant to, long minPosition) {
        projections.await(fold, minPosition);
        View view = views.of(fold);
        Instant settled = clock.instant().minus(properties.settle());
        List<CameraView> cameras = view.of(FootageFold.CAMERAS).all(eq("offices", office)).stream()
                .map(Viewed::document)
                .filter(camera -> hungThere(camera.camera(), office, from, to))
                .sorted(Comparator.comparing(camera -> camera.camera().id().value()))
                .toList();
        List<Entry> entries =
                view.of(FootageFold.ENTRIES).all(and(eq("office", office), gte("from", from), lt("from", to))).stream()
                        .map(Viewed::document)
                        .filter(entry -> entry.area() != CameraArea.OUTSIDE)
                        .sorted(Comparator.comparing(Entry::from).thenComparing(Entry::subject))
                        .toList();
        List<SeenEntry> judged = entries.stream()
                .filter(entry -> !entry.from().isAfter(settled))
                .map(entry -> entry.seen(settled))
                .toList();
        Instant last = judged.stream()
                .map(entry -> entry.time().to())
                .max(Comparator.naturalOrder())
                .filter(end -> end.isAfter(to))
                .orElse(to);
        List<Segment> segments = view
                .of(FootageFold.SEGMENTS)
                .all(new FootageQuery(null, office, from, last.plusMillis(1), null, null, null, null, null, null)
                        .filter())
                .stream()
                .map(Viewed::document)
                .sorted(Comparator.comparing(Segment::from).thenComparing(Segment::camera))
                .toList();
        List<Mismatch> mismatches = Reconciliation.of(
                cameras.stream()
                        .flatMap(camera -> Reconciliation.eyes(camera.camera()).stream())
                        .toList(),
                segments.stream()
                        .map(segment -> Reconciliation.Segment.of(segment.footage()))
                        .toList(),
                judged,
                properties.tolerance());
        Office known = view.of(FootageFold.OFFICES).get(office);
        return new ReconciledFootage(
                view.position(),
                office,
                known == null ? Map.of() : known.name(),
                known == null ? null : known.timeZone(),
                from,
                to,
                settled,
                cameras.stream()
                        .map(camera -> bar(camera.camera(), office, segments))
                        .toList(),
                entries.stream()
                        .map(entry -> new ReconciledFootage.ShownEntry(
                                entry.subject(), entry.entry(), entry.area(), entry.room(), entry.from(), entry.to()))
                        .toList(),
                mismatches.stream().map(ReconciledFootage.ShownMismatch::of).toList());
    }

    private static boolean hungThere(Camera camera, String office, Instant from, Instant to) {
        return Reconciliation.eyes(camera).stream()
                .anyMatch(eye -> eye.office().value().equals(office)
                        && eye.since().isBefore(to)
                        && (eye.until() == null || eye.until().isAfter(from)));
    }

    /** The camera at the place where it hung last in that office. */
    private static ReconciledFootage.CameraBar bar(Camera camera, String office, List<Segment> segments) {
        CameraPlace place = camera.places().reversed().stream()
                .filter(one -> one.office().value().equals(office))
                .findFirst()
                .orElse(camera.place());
        return new ReconciledFootage.CameraBar(
                camera.id().value(),
                place.room(),
                place.area(),
                camera.clockOffsetMillis(),
                camera.offsetMeasuredAt(),
                camera.removedAt(),
                segments.stream()
                        .filter(segment -> segment.camera().equals(camera.id().value()))
                        .map(segment -> new ReconciledFootage.Piece(
                                segment.footage().id().value(),
                                segment.from(),
                                segment.to(),
                                segment.state(),
                                segment.held(),
                                segment.broken(),
                                segment.footage().trueGaps()))
                        .toList());
    }

    private static Map<String, Office> officesOf(View view, List<Viewed<Segment>> page) {
        Set<String> ids = page.stream().map(each -> each.document().office()).collect(Collectors.toSet());
        Map<String, Office> known = new HashMap<>();
        view.of(FootageFold.OFFICES).all(ids).forEach(office -> known.put(office.key(), office.document()));
        return known;
    }
}
