package io.dovira.query.custody;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.dovira.events.Origin;
import io.dovira.events.custody.Phase;
import io.dovira.query.custody.Answers.Batches;
import io.dovira.query.custody.Answers.Lag;
import io.dovira.query.custody.Answers.Lags;
import io.dovira.query.custody.Answers.Row;
import io.dovira.query.custody.Answers.ShownBatch;
import io.dovira.query.custody.Answers.ShownUnit;
import io.dovira.query.custody.Answers.Whiteboard;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.PageToken;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.Sample;
import io.dovira.query.platform.View;
import io.dovira.query.platform.ViewStore;
import io.dovira.query.platform.ViewStore.Viewed;
import io.dovira.query.platform.Views;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Answers questions from the documents. Thread-safe. */
final class CustodyReader {
    private static final int USUAL_ROWS = 200;
    private static final int USUAL_BATCHES = 50;

    /**
     * How long a stay that has ended remains on the whiteboard: the shifts that take over still ask. Later it is found by its number, by whom says
     * what for: the whiteboard is no archive of who was in custody.
     */
    private static final Duration LEFT_UP = Duration.ofDays(1);

    /** Newest first. Ids break ties, so that every row has one place and pages neither repeat nor skip. */
    private static final Bson ORDER = Sorts.descending("apprehendedAt", ViewStore.ID);

    private final CustodyFold fold;
    private final Projections projections;
    private final Views views;
    private final Clock clock;

    CustodyReader(CustodyFold fold, Projections projections, Views views, Clock clock) {
        this.fold = fold;
        this.projections = projections;
        this.views = views;
        this.clock = clock;
        for (List<String> fields :
                List.of(List.of("held"), List.of("office", "held"), List.of("phase"), List.of("office", "phase"))) {
            views.index(fold, CustodyFold.RECORDS, Indexes.compoundIndex(Indexes.ascending(fields), ORDER));
        }
        views.index(fold, CustodyFold.RECORDS, Indexes.ascending("endedAt"));
        views.index(fold, CustodyFold.RECORDS, Indexes.ascending("office", "endedAt"));
        views.index(fold, CustodyFold.LAGS, Indexes.ascending("office", "day"));
        views.index(
                fold,
                CustodyFold.BATCHES,
                Indexes.compoundIndex(Indexes.ascending("office"), Sorts.descending("from")));
        views.index(fold, CustodyFold.BATCHES, Sorts.descending("from"));
    }

    Whiteboard whiteboard(Question question) {
        projections.await(fold, question.minPosition());
        View view = views.of(fold);
        int limit = question.limit(USUAL_ROWS);
        Instant now = clock.instant();
        List<Viewed<Held>> found = view.of(CustodyFold.RECORDS).first(rows(question, now), ORDER, limit + 1);
        List<Viewed<Held>> page = found.subList(0, Math.min(limit, found.size()));
        List<String> asked = question.units();
        List<Viewed<UnitShift>> units = asked == null
                ? view.of(CustodyFold.UNITS).all(Filters.empty())
                : view.of(CustodyFold.UNITS).all(asked);
        List<String> ids = new ArrayList<>(units.stream().map(Viewed::key).toList());
        page.forEach(row -> ids.add(row.document().office()));
        Map<String, Office> offices = offices(view, ids);
        return new Whiteboard(
                view.position(),
                now,
                lateAfter(view, now),
                units.stream()
                        .map(unit -> ShownUnit.of(unit.document(), offices.get(unit.key())))
                        .sorted(Comparator.comparing(ShownUnit::office))
                        .toList(),
                page.stream()
                        .map(row -> Row.onWhiteboard(
                                row.key(),
                                row.document(),
                                offices.get(row.document().office()),
                                now))
                        .toList(),
                found.size() > limit
                        ? new PageToken(
                                        page.getLast().document().apprehendedAt(),
                                        page.getLast().key())
                                .encode()
                        : null);
    }

    private static Bson rows(Question question, Instant now) {
        List<Bson> all = new ArrayList<>();
        List<String> units = question.units();
        if (units != null) {
            all.add(in("office", units));
        }
        Bson left = gte("endedAt", now.minus(LEFT_UP));
        switch (question.state()) {
            case Question.HELD -> all.add(eq("held", true));
            case Question.ENDED -> all.add(left);
            default -> {
                all.add(eq("phase", question.state()));
                if (!Phase.valueOf(question.state()).isHeld()) {
                    all.add(left);
                }
            }
        }
        PageToken after = question.page();
        if (after != null) {
            all.add(or(
                    lt("apprehendedAt", after.at()),
                    and(eq("apprehendedAt", after.at()), lt(ViewStore.ID, after.id()))));
        }
        return filter(all);
    }

    Lags lags(Question question) {
        projections.await(fold, question.minPosition());
        View view = views.of(fold);
        List<Bson> all = ofUnitsAndOrigin(question);
        String role = question.role();
        if (role != null) {
            all.add(eq("role", role));
        }
        LocalDate from = question.day("from");
        if (from != null) {
            all.add(gte("day", from.toString()));
        }
        LocalDate to = question.day("to");
        if (to != null) {
            all.add(lte("day", to.toString()));
        }
        Map<String, Gathered> groups = new TreeMap<>();
        view.of(CustodyFold.LAGS)
                .forEach(
                        filter(all),
                        cell -> groups.computeIfAbsent(
                                        cell.document().office() + "/"
                                                + cell.document().role() + "/"
                                                + cell.document().origin(),
                                        key -> new Gathered(
                                                cell.document().office(),
                                                cell.document().role(),
                                                cell.document().origin()))
                                .add(cell.document()));
        Map<String, Office> offices = offices(
                view, groups.values().stream().map(group -> group.office).toList());
        return new Lags(
                view.position(),
                lateAfter(view, clock.instant()),
                groups.values().stream()
                        .map(group -> group.row(offices.get(group.office)))
                        .toList());
    }

    private static List<Bson> ofUnitsAndOrigin(Question question) {
        List<Bson> all = new ArrayList<>();
        Origin origin = question.origin();
        if (origin != null) {
            all.add(eq("origin", origin.name()));
        }
        List<String> units = question.units();
        if (units != null) {
            all.add(in("office", units));
        }
        return all;
    }

    private static Bson filter(List<Bson> all) {
        return all.isEmpty() ? Filters.empty() : and(all);
    }

    /** The lags of one unit, role and origin, from as many days as there are. */
    private static final class Gathered {
        private final String office;
        private final String role;
        private final Origin origin;
        private final Sample sample = new Sample();
        private int late;
        private int unknown;

        Gathered(String office, String role, Origin origin) {
            this.office = office;
            this.role = role;
            this.origin = origin;
        }

        void add(LagCell cell) {
            sample.addAll(cell.lags());
            late += cell.late();
            unknown += cell.unknown();
        }

        Lag row(@Nullable Office known) {
            long[] values = sample.values();
            return new Lag(
                    office,
                    known == null ? Map.of() : known.name(),
                    role,
                    origin.name(),
                    sample.n(),
                    unknown,
                    late,
                    seconds(sample.min()),
                    seconds(sample.max()),
                    seconds(sample.mean()),
                    seconds(sample.percentile(50)),
                    seconds(sample.percentile(90)),
                    seconds(sample.percentile(99)),
                    values == null
                            ? null
                            : Arrays.stream(values).mapToObj(ms -> ms / 1000.0).toList());
        }

        private static @Nullable Double seconds(@Nullable Number ms) {
            return ms == null ? null : ms.doubleValue() / 1000;
        }
    }

    Batches batches(Question question) {
        projections.await(fold, question.minPosition());
        View view = views.of(fold);
        List<Viewed<Batch>> found = view.of(CustodyFold.BATCHES)
                .first(
                        filter(ofUnitsAndOrigin(question)),
                        Sorts.descending("from", ViewStore.ID),
                        question.limit(USUAL_BATCHES));
        Map<String, Office> offices = offices(
                view, found.stream().map(batch -> batch.document().office()).toList());
        return new Batches(
                view.position(),
                found.stream()
                        .map(batch -> ShownBatch.of(
                                batch.document(), offices.get(batch.document().office())))
                        .toList());
    }

    /** The record as the whiteboard knows it, with what its story needs beside the log; null if there is none. */
    @Nullable
    Known known(String id, long minPosition) {
        projections.await(fold, minPosition);
        View view = views.of(fold);
        Held held = view.of(CustodyFold.RECORDS).get(id);
        return held == null
                ? null
                : new Known(held, view.of(CustodyFold.OFFICES).get(held.office()), thresholds(view));
    }

    /** What a story needs beside the log. */
    record Known(Held held, @Nullable Office office, Thresholds thresholds) {}

    private static Thresholds thresholds(View view) {
        return Thresholds.of(policy -> view.of(CustodyFold.POLICIES).get(policy.value()));
    }

    private static @Nullable Long lateAfter(View view, Instant now) {
        return thresholds(view).lateAfter(now).map(Duration::toSeconds).orElse(null);
    }

    private static Map<String, Office> offices(View view, Collection<String> ids) {
        Map<String, Office> known = new HashMap<>();
        view.of(CustodyFold.OFFICES)
                .all(ids.stream().collect(Collectors.toSet()))
                .forEach(office -> known.put(office.key(), office.document()));
        return known;
    }
}
