package io.dovira.query.obligations;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import io.dovira.events.obligations.Obligation;
import io.dovira.events.obligations.ObligationState;
import io.dovira.events.obligations.Outcome;
import io.dovira.query.platform.PageToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which obligations are wanted. Each component narrows the result; null says nothing.
 *
 * @param states how they stand at {@code at}; never empty
 * @param at by which moment the states are told
 * @param past whether that moment was chosen: then what has been closed since was open
 * @param dueBefore exclusive
 * @param scope the offices that the caller may see; null for all
 * @param after the last one of the page before
 */
record Question(
        Set<ObligationState> states,
        Instant at,
        boolean past,
        @Nullable String office,
        @Nullable String rule,
        @Nullable String subject,
        @Nullable Instant dueBefore,
        @Nullable Set<String> scope,
        @Nullable PageToken after) {

    /** The most urgent first. Ids break ties, so that every obligation has one place and pages neither repeat nor skip. */
    static final Bson ORDER = Sorts.ascending("due", "_id");

    static final List<List<String>> INDEXES =
            List.of(List.of("outcome"), List.of("office", "outcome"), List.of("subject"), List.of());

    /** What may match; whether it does, {@link #matches} says. */
    Bson filter() {
        List<Bson> all = new ArrayList<>();
        all.add(or(states.stream().map(this::mayBe).distinct().toList()));
        if (office != null) {
            all.add(eq("office", office));
        }
        if (scope != null) {
            all.add(in("office", scope));
        }
        if (rule != null) {
            all.add(eq("rule", rule));
        }
        if (subject != null) {
            all.add(eq("subject", subject));
        }
        if (dueBefore != null) {
            all.add(lt("due", dueBefore));
        }
        if (past) {
            all.add(lte("from", at));
        }
        if (after != null) {
            all.add(or(gt("due", after.at()), and(eq("due", after.at()), gt("_id", after.id()))));
        }
        return and(all);
    }

    private Bson mayBe(ObligationState state) {
        Bson open = eq("outcome", Outcome.OPEN.name());
        if (past) {
            return switch (state) {
                case OPEN, PAUSED, DUE_SOON, OVERDUE, BREACHED -> or(open, gt("closedAt", at));
                case MET, MET_LATE, LAPSED -> and(eq("outcome", state.name()), lte("closedAt", at));
            };
        }
        return switch (state) {
            case OPEN -> and(open, gt("soon", at));
            case PAUSED -> and(open, eq("running", false));
            case DUE_SOON -> and(open, lte("soon", at), gte("due", at));
            case OVERDUE, BREACHED -> and(open, lt("due", at));
            case MET, MET_LATE, LAPSED -> eq("outcome", state.name());
        };
    }

    boolean matches(Obligation obligation) {
        return states.contains(obligation.at(at));
    }

    Question after(PageToken token) {
        return new Question(states, at, past, office, rule, subject, dueBefore, scope, token);
    }
}
