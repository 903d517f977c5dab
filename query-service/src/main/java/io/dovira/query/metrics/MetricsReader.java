package io.dovira.query.metrics;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.dovira.access.OfficeScope;
import io.dovira.events.OfficeId;
import io.dovira.events.metrics.Measure;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.QueryParameters;
import io.dovira.query.platform.View;
import io.dovira.query.platform.ViewStore;
import io.dovira.query.platform.Views;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bson.conversions.Bson;

/** Answers questions from the cells. */
final class MetricsReader {

    /** Up to so many offices are read one by one, by their range of ids; more by a range of days over all offices. */
    private static final int FEW_OFFICES = 20;

    private static final String FIRST_DAY = "0000-01-01";
    private static final String LAST_DAY = "9999-12-31";

    private final Views views;
    private final Fold fold;

    MetricsReader(Views views, Fold fold) {
        this.views = views;
        this.fold = fold;
        views.index(fold, MetricsFold.CELLS, Indexes.ascending("day"));
    }

    /**
     * @param openUntil the moment up to which what is open has lasted
     * @throws Problem if it names an office, organisation, region or service that is not known, or has too many rows
     * @throws io.dovira.access.OfficeOutsideScope if it names an office outside the scope; unnamed ones are just left out
     */
    MetricsAnswer answer(MetricsQuery query, OfficeScope scope, Instant openUntil) {
        Gathering gathering = new Gathering(query, openUntil);
        long position = gather(query, scope, EnumSet.of(query.measure()), gathering::add);
        return new MetricsAnswer(query.measure().definition(), position, openUntil, gathering.rows());
    }

    /** The same of the service level. */
    LevelAnswer answer(LevelQuestion question, OfficeScope scope) {
        Levels levels = new Levels(question);
        long position = gather(question.query(), scope, EnumSet.of(Measure.WAIT, Measure.ABANDONMENT), levels::add);
        Duration within = question.within();
        Duration shortest = question.shortest();
        return new LevelAnswer(
                question.formula(),
                question.formula().definition(),
                within == null ? null : (Long) within.toSeconds(),
                shortest == null ? null : (Long) shortest.toSeconds(),
                position,
                levels.rows());
    }

    /**
     * Hands out the cells of the offices that the query and the scope leave; their services, channels, origins and hours are still to be looked at.
     *
     * @return the position to which they are complete
     */
    long gather(MetricsQuery query, OfficeScope scope, Set<Measure> measures, BiConsumer<Cell, Office> gathering) {
        View view = views.of(fold);
        ViewStore<Cell> cells = view.of(MetricsFold.CELLS);
        Map<String, Office> known = new TreeMap<>();
        view.of(MetricsFold.OFFICES).all(Filters.empty()).forEach(office -> known.put(office.key(), office.document()));
        query.only().getOrDefault(Dimension.OFFICE, Set.of()).stream()
                .filter(known::containsKey)
                .forEach(id -> scope.require(new OfficeId(id)));
        known.keySet().removeIf(id -> !scope.allows(new OfficeId(id)));
        refuseUnknown(query, known.values());
        Map<String, Office> chosen = new TreeMap<>(known);
        chosen.values().removeIf(office -> !wants(query, office));
        for (Bson filter : filters(query, chosen.keySet(), chosen.size() == known.size())) {
            cells.forEach(filter, only(measures), cell -> {
                Office office = chosen.get(cell.document().office());
                if (office != null) {
                    gathering.accept(cell.document(), office);
                }
            });
        }
        return view.position();
    }

    /** Leaves out the figures of the other measures, which are most of a cell. */
    private static Bson only(Set<Measure> wanted) {
        return com.mongodb.client.model.Projections.exclude(Arrays.stream(Measure.values())
                .filter(measure -> !wanted.contains(measure))
                .map(measure -> "measures." + measure.id())
                .toList());
    }

    private static boolean wants(MetricsQuery query, Office office) {
        return query.wants(Dimension.OFFICE, office.id())
                && query.wants(Dimension.ORGANISATION, office.organisation())
                && query.wants(Dimension.REGION, office.region());
    }

    private static List<Bson> filters(MetricsQuery query, Set<String> chosen, boolean all) {
        String first =
                query.from() == null ? FIRST_DAY : query.from().earliestDay().toString();
        LocalDate end = query.to() == null ? null : query.to().latestDay();
        String last = end == null ? LAST_DAY : end.toString();
        if (all || chosen.size() > FEW_OFFICES) {
            return query.from() == null && query.to() == null
                    ? List.of(Filters.empty())
                    : List.of(and(gte("day", first), lte("day", last)));
        }
        List<Bson> filters = new ArrayList<>();
        for (String office : chosen) {
            // '0' is the character after '/': everything of the last day comes before it.
            filters.add(
                    and(gte(ViewStore.ID, office + "/" + first + "/"), lt(ViewStore.ID, office + "/" + last + "0")));
        }
        return filters;
    }

    private static void refuseUnknown(MetricsQuery query, Collection<Office> known) {
        refuseUnknown(query, Dimension.OFFICE, known, office -> List.of(office.id()));
        refuseUnknown(query, Dimension.ORGANISATION, known, office -> List.of(office.organisation()));
        refuseUnknown(query, Dimension.REGION, known, office -> List.of(office.region()));
        refuseUnknown(
                query,
                Dimension.SERVICE,
                known,
                office -> office.services().stream().map(Office.Service::id).toList());
    }

    private static void refuseUnknown(
            MetricsQuery query, Dimension dimension, Collection<Office> known, Function<Office, List<String>> values) {
        QueryParameters.requireKnown(dimension.id(), query.only().getOrDefault(dimension, Set.of()), known, values);
    }
}
