package io.dovira.eventstore.log;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out, after the database said "duplicate" or did not answer, what that means for an append. Reads with majority. */
final class Settling {

    private final Commits commits;

    Settling(Commits commits) {
        this.commits = commits;
    }

    /** The append as an earlier attempt recorded it: the same ids at the same places, in the same order, together. */
    @Nullable
    Appended recordedEarlier(Pending pending) {
        for (Commit commit :
                commits.holdingIds(List.of(pending.events().getFirst().id()))) {
            if (same(commit.events(), pending.events())) {
                return new Appended(commit.first(), commit.last(), commit.recordedAt(), true);
            }
        }
        return null;
    }

    /** Who stands where the append wanted to stand; null if nobody does (any more, or visibly yet). */
    @Nullable
    LogException conflict(Pending pending) {
        List<NewEvent> events = pending.events();
        Set<String> taken = new HashSet<>();
        Map<String, StoredEvent> byId = new HashMap<>();
        for (Commit commit : commits.holdingKeys(
                events.stream().map(e -> Fields.key(e.stream(), e.sequence())).toList())) {
            commit.events().forEach(e -> taken.add(Fields.key(e.stream(), e.sequence())));
        }
        for (Commit commit :
                commits.holdingIds(events.stream().map(NewEvent::id).toList())) {
            commit.events().forEach(e -> byId.put(e.id(), e));
        }
        for (NewEvent event : events) {
            if (byId.containsKey(event.id())) {
                return new DuplicateEventId(event);
            }
            if (taken.contains(Fields.key(event.stream(), event.sequence()))) {
                return new StreamConflict(event.stream(), event.sequence());
            }
        }
        return null;
    }

    private static boolean same(List<StoredEvent> stored, List<NewEvent> wanted) {
        if (stored.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < stored.size(); i++) {
            StoredEvent is = stored.get(i);
            NewEvent was = wanted.get(i);
            if (!is.id().equals(was.id())
                    || !is.type().equals(was.type())
                    || !is.stream().equals(was.stream())
                    || is.sequence() != was.sequence()) {
                return false;
            }
        }
        return true;
    }
}
