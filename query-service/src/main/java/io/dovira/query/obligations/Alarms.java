package io.dovira.query.obligations;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.dovira.access.OfficeScope;
import io.dovira.events.OfficeId;
import io.dovira.events.obligations.Obligation;
import io.dovira.events.obligations.ObligationState;
import io.dovira.events.obligations.Outcome;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.View;
import io.dovira.query.platform.ViewStore;
import io.dovira.query.platform.ViewStore.Viewed;
import io.dovira.query.platform.Views;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Every open obligation, in memory, kept up to date from the documents, and how each stood when it was looked at last. Time alone moves them: a look
 * finds what has become due soon or overdue since the one before, whether or not anybody asked or any fact came. Thread-safe.
 */
final class Alarms {
    private final Views views;
    private final Fold fold;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<String, Obligation> open = new HashMap<>();
    private final Map<String, ObligationState> stood = new HashMap<>();
    private long position = -1;
    private @Nullable Build shown;

    Alarms(Views views, Fold fold, Clock clock) {
        this.views = views;
        this.fold = fold;
        this.clock = clock;
        views.index(fold, ObligationsFold.OBLIGATIONS, Indexes.ascending(ViewStore.POSITION));
    }

    /** Those that do not stand as they did at the look before, closed ones among them; in the order of the due moments. */
    List<Obligation> look() {
        lock.lock();
        try {
            View view = views.of(fold);
            boolean anew = !view.build().equals(shown);
            Bson wanted = anew
                    ? Filters.eq("outcome", Outcome.OPEN.name())
                    // From the last position on, not behind it: a retried dead letter changes documents there.
                    : Filters.gte(ViewStore.POSITION, position);
            // Asked before anything is changed here: where that fails, the next look begins where this one did.
            List<Viewed<Obligation>> all = view.of(ObligationsFold.OBLIGATIONS).all(wanted);
            if (anew) {
                shown = view.build();
                open.clear();
            }
            List<Obligation> closed = new ArrayList<>();
            for (Viewed<Obligation> found : all) {
                Obligation now = found.document();
                if (now.isOpen()) {
                    open.put(found.key(), now);
                } else if (open.remove(found.key()) != null) {
                    closed.add(now);
                }
            }
            position = view.position();
            return changed(closed);
        } finally {
            lock.unlock();
        }
    }

    private List<Obligation> changed(List<Obligation> closed) {
        Instant now = clock.instant();
        List<Obligation> changed = new ArrayList<>(closed);
        closed.forEach(each -> stood.remove(each.id().value()));
        open.forEach((id, each) -> {
            ObligationState state = each.at(now);
            if (stood.put(id, state) != state) {
                changed.add(each);
            }
        });
        stood.keySet().retainAll(open.keySet());
        changed.sort(Comparator.comparing(Obligation::due));
        return changed;
    }

    /** What is due soon or overdue now, the most urgent first. */
    List<Obligation> urgent(OfficeScope scope) {
        lock.lock();
        try {
            Instant now = clock.instant();
            return within(scope, open.values()).stream()
                    .filter(each -> isUrgent(each.at(now)))
                    .sorted(Comparator.comparing(Obligation::due))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** How many stand how, of those that are open. */
    Map<ObligationState, Integer> counts(OfficeScope scope) {
        lock.lock();
        try {
            Instant now = clock.instant();
            Map<ObligationState, Integer> counts = new EnumMap<>(ObligationState.class);
            within(scope, open.values()).forEach(each -> counts.merge(each.at(now), 1, Integer::sum));
            return counts;
        } finally {
            lock.unlock();
        }
    }

    long position() {
        lock.lock();
        try {
            return Math.max(0, position);
        } finally {
            lock.unlock();
        }
    }

    Instant time() {
        return clock.instant();
    }

    static List<Obligation> within(OfficeScope scope, Collection<Obligation> obligations) {
        return obligations.stream()
                .filter(each -> each.office() == null ? scope.every() : scope.allows(new OfficeId(each.office())))
                .toList();
    }

    static boolean isUrgent(ObligationState state) {
        return switch (state) {
            case DUE_SOON, OVERDUE, BREACHED -> true;
            case OPEN, PAUSED, MET, MET_LATE, LAPSED -> false;
        };
    }
}
