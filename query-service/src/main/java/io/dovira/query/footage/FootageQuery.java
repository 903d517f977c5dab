package io.dovira.query.footage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.dovira.events.footage.FootageState;
import io.dovira.events.footage.Words;
import io.dovira.query.platform.PageToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for. Each component narrows the result; null says nothing.
 *
 * @param from footage that ends later, in true time
 * @param to footage that begins before
 * @param interaction stream of a visit, a stay or an appeal
 * @param scope the offices that the caller may see; null for all
 * @param after the last result of the page before
 */
record FootageQuery(
        @Nullable String camera,
        @Nullable String office,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String interaction,
        @Nullable FootageState state,
        @Nullable Boolean held,
        @Nullable Boolean broken,
        @Nullable Set<String> scope,
        @Nullable PageToken after) {

    /** Newest first. Ids break ties, so that every result has one place and pages neither repeat nor skip. */
    static final Bson ORDER = Sorts.descending("from", "_id");

    /** One index for each thing that a search usually begins with; each ends with the order. */
    static final List<List<String>> INDEXES = List.of(
            List.of(),
            List.of("office"),
            List.of("camera"),
            List.of("subjects"),
            List.of("state"),
            List.of("held"),
            List.of("broken"));

    /** No segment is longer, so one that ends after a moment began no more than this before it. */
    static final Duration LONGEST = Words.LONGEST;

    Bson filter() {
        List<Bson> all = new ArrayList<>();
        equal(all, "camera", camera);
        equal(all, "office", office);
        equal(all, "subjects", interaction);
        equal(all, "state", state == null ? null : state.name());
        equal(all, "held", held);
        equal(all, "broken", broken);
        if (scope != null) {
            all.add(in("office", scope));
        }
        if (from != null) {
            all.add(gt("from", from.minus(LONGEST)));
            all.add(gt("to", from));
        }
        if (to != null) {
            all.add(lt("from", to));
        }
        if (after != null) {
            all.add(or(lt("from", after.at()), and(eq("from", after.at()), lt("_id", after.id()))));
        }
        return all.isEmpty() ? Filters.empty() : and(all);
    }

    private static void equal(List<Bson> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(eq(field, value));
        }
    }
}
