package io.dovira.query.interactions;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.dovira.query.platform.PageToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for. Each component narrows the result; null says nothing.
 *
 * @param from openedAt, inclusive
 * @param to openedAt, exclusive
 * @param id beginning of the id, with or without {@code visit-} or {@code case-}
 * @param ticket beginning of the ticket
 * @param scope the offices that the caller may see; null for all
 * @param after the last result of the page before
 */
record Search(
        @Nullable String office,
        @Nullable String organisation,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String id,
        @Nullable String ticket,
        @Nullable String kind,
        @Nullable String state,
        @Nullable Boolean late,
        @Nullable Set<String> scope,
        @Nullable PageToken after) {

    /** Newest first. Ids break ties, so that every result has one place and pages neither repeat nor skip. */
    static final Bson ORDER = Sorts.descending("openedAt", "_id");

    /** One index for each thing that a search usually begins with; each ends with the order, so a page is a short range of it. */
    static final List<List<String>> INDEXES = List.of(
            List.of(),
            List.of("office"),
            List.of("organisation"),
            List.of("kind"),
            List.of("state"),
            List.of("office", "state"),
            List.of("late"),
            List.of("ticket"));

    Bson filter() {
        List<Bson> all = new ArrayList<>();
        equal(all, "office", office);
        equal(all, "organisation", organisation);
        equal(all, "kind", kind);
        equal(all, "state", state);
        equal(all, "late", late);
        if (scope != null) {
            all.add(in("office", scope));
        }
        if (from != null) {
            all.add(gte("openedAt", from));
        }
        if (to != null) {
            all.add(lt("openedAt", to));
        }
        if (ticket != null) {
            all.add(beginsWith("ticket", ticket));
        }
        if (id != null) {
            all.add(
                    id.startsWith("visit-") || id.startsWith("case-")
                            ? beginsWith("_id", id)
                            : or(beginsWith("_id", "visit-" + id), beginsWith("_id", "case-" + id)));
        }
        if (after != null) {
            all.add(or(lt("openedAt", after.at()), and(eq("openedAt", after.at()), lt("_id", after.id()))));
        }
        return all.isEmpty() ? Filters.empty() : and(all);
    }

    Search after(PageToken token) {
        return new Search(office, organisation, from, to, id, ticket, kind, state, late, scope, token);
    }

    Search within(Set<String> offices) {
        return new Search(office, organisation, from, to, id, ticket, kind, state, late, Set.copyOf(offices), after);
    }

    private static void equal(List<Bson> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(eq(field, value));
        }
    }

    private static Bson beginsWith(String field, String prefix) {
        return and(gte(field, prefix), lt(field, prefix + '\uffff'));
    }
}
