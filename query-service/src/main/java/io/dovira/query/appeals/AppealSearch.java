package io.dovira.query.appeals;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which appeals are asked for. Each component narrows the result; null says nothing.
 *
 * @param dueBefore of open appeals, exclusive
 * @param overdue true: open, and late at {@code now}; false: all others
 * @param number beginning of the registration number
 * @param scope the offices that the caller may see; null for all
 * @param after the place of the last result of the page before
 */
record AppealSearch(
        @Nullable String office,
        @Nullable String state,
        @Nullable Instant dueBefore,
        @Nullable Boolean overdue,
        @Nullable String number,
        @Nullable Set<String> scope,
        @Nullable String after,
        Instant now) {
    static final Bson ORDER = Sorts.ascending("order");

    /** One index for each thing that a search usually begins with; each ends with the order, so a page is a short range of it. */
    static final List<List<String>> INDEXES = List.of(
            List.of("order"),
            List.of("office", "order"),
            List.of("state", "order"),
            List.of("number"),
            List.of("receipt"));

    Bson filter() {
        List<Bson> all = new ArrayList<>();
        if (office != null) {
            all.add(eq("office", office));
        }
        if (state != null) {
            all.add(eq("state", state));
        }
        if (scope != null) {
            all.add(in("office", scope));
        }
        if (dueBefore != null) {
            all.add(and(eq("open", true), lt("due", dueBefore)));
        }
        if (overdue != null) {
            all.add(
                    overdue
                            ? and(eq("open", true), lt("lateAfter", now))
                            : Filters.or(eq("open", false), eq("lateAfter", null), gte("lateAfter", now)));
        }
        if (number != null) {
            all.add(and(gte("number", number), lt("number", number + '\uffff')));
        }
        if (after != null) {
            all.add(gt("order", after));
        }
        return all.isEmpty() ? Filters.empty() : and(all);
    }
}
