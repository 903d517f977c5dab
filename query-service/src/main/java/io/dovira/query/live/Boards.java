package io.dovira.query.live;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.waits.WaitRules;
import io.dovira.query.platform.Broadcast.Beat;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Office;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Every office as it is now, in memory, kept up to date from the documents: one short query finds what has changed since the last look. Works
 * the same in a service that does not run the projection itself. Thread-safe.
 */
final class Boards {

    /** So often it is asked how far behind the log it is. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Views views;
    private final Projections projections;
    private final Fold fold;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<String, Seen> now = new TreeMap<>();
    private final Map<String, LocalDate> todays = new HashMap<>();
    /** Number of the last change of each office. Whoever refreshes, every change keeps its number: the stream must not miss what a request has found. */
    private final Map<String, Long> changed = new HashMap<>();

    private long lastChange;
    private long position = -1;
    private @Nullable Build shown;
    private Instant nextLook = Instant.MIN;
    /** As they were at the last look: a new one is published some times in a year, and boards are refreshed many times in a second. */
    private WaitRules rules = WaitRules.NONE;

    private Instant nextQuestion = Instant.MIN;
    /** To which it is complete; null while that is now. */
    private @Nullable Instant behind;

    Boards(Views views, Projections projections, Fold fold, Clock clock) {
        this.views = views;
        this.projections = projections;
        this.fold = fold;
        this.clock = clock;
        views.index(fold, LiveFold.BOARDS, Indexes.ascending(ViewStore.POSITION));
    }

    /** An office with what every frame needs of it, worked out once for all frames and readers. */
    private record Seen(OfficeNow office, OfficeId id, Tile tile, Sample waits) {}

    /**
     * @param offices ids of those that have changed, or that came to a new day
     * @param last number of the newest change
     */
    record Changes(List<String> offices, long last) {}

    /** What has changed after the change with that number; 0 is before the first. */
    Changes changesAfter(long number) {
        lock.lock();
        try {
            List<String> offices = changed.entrySet().stream()
                    .filter(change -> change.getValue() > number)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            return new Changes(offices, lastChange);
        } finally {
            lock.unlock();
        }
    }

    /** Looks what has changed. */
    void refresh() {
        lock.lock();
        try {
            View view = views.of(fold);
            // Another definition may show other boards for facts that are long past.
            boolean anew = !view.build().equals(shown);
            // From the last position on, not behind it, and even if it has not moved: a retried dead letter changes
            // documents at the position that was reached.
            Bson since = Filters.gte(ViewStore.POSITION, anew ? -1 : position);
            // All of it is read before anything is changed here: where that fails, the next look begins where this one
            // did.
            List<OfficeNow> found = read(view, view.of(LiveFold.BOARDS).all(since));
            if (anew) {
                shown = view.build();
                now.clear();
                nextLook = Instant.MIN;
            }
            for (OfficeNow next : found) {
                Seen before = now.get(next.office().id());
                if (before == null || !next.equals(before.office())) {
                    show(next);
                }
            }
            position = view.position();
            keepTime(view);
        } finally {
            lock.unlock();
        }
    }

    /** The offices that have a board, as they are now; their documents may be newer than the position, never older. */
    private List<OfficeNow> read(View view, List<Viewed<Board>> boards) {
        if (boards.isEmpty()) {
            return List.of();
        }
        List<String> ids = boards.stream().map(Viewed::key).toList();
        Map<String, Office> known = new HashMap<>();
        view.of(LiveFold.OFFICES).all(ids).forEach(office -> known.put(office.key(), office.document()));
        List<String> dayKeys = new ArrayList<>();
        known.values().forEach(office -> dayKeys.add(Day.key(office.id(), today(office))));
        Map<String, Day> today = new HashMap<>();
        view.of(LiveFold.DAYS)
                .all(dayKeys)
                .forEach(day -> today.put(day.document().office(), day.document()));
        Instant at = clock.instant();
        List<OfficeNow> found = new ArrayList<>();
        for (Viewed<Board> board : boards) {
            Office office = known.get(board.key());
            if (office != null) {
                found.add(new OfficeNow(
                        office, board.document(), today.get(board.key()), board.position(), waitTarget(office, at)));
            }
        }
        return found;
    }

    /** At midnight the counts of an office begin again without any fact; and a wait target that was published before comes into force. */
    private void keepTime(View view) {
        Instant at = clock.instant();
        if (at.isBefore(nextLook)) {
            return;
        }
        rules = Objects.requireNonNullElse(view.of(LiveFold.WAIT_RULES).get(LiveFold.THE_RULES), WaitRules.NONE);
        for (Seen seen : List.copyOf(now.values())) {
            OfficeNow office = seen.office();
            String id = office.office().id();
            LocalDate today = LocalDate.ofInstant(at, office.office().zone());
            LocalDate before = todays.get(id);
            Integer target = waitTarget(office.office(), at);
            boolean turned = before != null && !before.equals(today);
            if (turned || !Objects.equals(target, office.waitTarget())) {
                Day day = turned ? view.of(LiveFold.DAYS).get(Day.key(id, today.toString())) : office.day();
                show(new OfficeNow(office.office(), office.board(), day, office.position(), target));
            }
            todays.put(id, today);
        }
        nextLook = at.plusSeconds(1);
    }

    /** The target of the services on offer, for who would come now; null if there is none, or they differ. */
    private @Nullable Integer waitTarget(Office office, Instant at) {
        Set<Integer> targets = new HashSet<>();
        for (Office.Service service : office.services()) {
            if (service.offered()) {
                Integer target = rules.seconds(service.waitTargetSeconds(), service.id(), at, Long.MAX_VALUE);
                if (target != null) {
                    targets.add(target);
                }
            }
        }
        return targets.size() == 1 ? targets.iterator().next() : null;
    }

    private void show(OfficeNow office) {
        String id = office.office().id();
        now.put(id, new Seen(office, new OfficeId(id), office.tile(), office.waits()));
        changed.put(id, ++lastChange);
    }

    private String today(Office office) {
        return LocalDate.ofInstant(clock.instant(), office.zone()).toString();
    }

    /** How it stands while nothing changes. */
    Beat beat(long head) {
        lock.lock();
        try {
            Instant at = clock.instant();
            return new Beat(Math.max(0, position), head, at, completeUntil(at));
        } finally {
            lock.unlock();
        }
    }

    private Instant completeUntil(Instant at) {
        if (!at.isBefore(nextQuestion)) {
            nextQuestion = at.plus(LOOK);
            Instant until = projections.completeUntil(fold);
            behind = until.isBefore(at) ? until : null;
        }
        return behind == null ? at : behind;
    }

    /**
     * The board of who has chosen so.
     *
     * @param only these offices, or all if it is null; the totals are always of all
     */
    LiveView view(Chosen chosen, @Nullable Set<String> only, long head) {
        lock.lock();
        try {
            Map<Origin, Totals.Sum> sums = new EnumMap<>(Origin.class);
            List<Tile> shown = new ArrayList<>();
            for (Map.Entry<String, Seen> each : of(chosen.office()).entrySet()) {
                Seen seen = each.getValue();
                if (chosen.has(seen.id(), seen.office())) {
                    sums.computeIfAbsent(seen.tile().origin(), origin -> new Totals.Sum())
                            .add(seen.tile(), seen.waits());
                    if (only == null || only.contains(each.getKey())) {
                        shown.add(seen.tile());
                    }
                }
            }
            Map<Origin, Totals> totals = new EnumMap<>(Origin.class);
            sums.forEach((origin, sum) -> totals.put(origin, sum.totals()));
            Instant at = clock.instant();
            return new LiveView(Math.max(0, position), Math.max(head, position), at, completeUntil(at), totals, shown);
        } finally {
            lock.unlock();
        }
    }

    /** Readers of one office are many, and must not cost a walk through all of them each. */
    private Map<String, Seen> of(@Nullable String office) {
        if (office == null) {
            return now;
        }
        Seen only = now.get(office);
        return only == null ? Map.of() : Map.of(office, only);
    }

    /** One office in full; null if it is not known. */
    @Nullable
    OfficeNow office(String id) {
        lock.lock();
        try {
            Seen seen = now.get(id);
            return seen == null ? null : seen.office();
        } finally {
            lock.unlock();
        }
    }
}
