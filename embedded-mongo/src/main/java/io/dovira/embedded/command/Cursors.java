package io.dovira.embedded.command;

import io.dovira.embedded.query.FindCursor;
import io.dovira.embedded.query.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * The cursors that clients may still read from. One that nobody has read from for ten minutes is forgotten, as in MongoDB: its
 * client is gone, and a sorted result would keep its documents in memory.
 */
final class Cursors {

    private static final long IDLE_NANOS = Duration.ofMinutes(10).toNanos();

    private record Open(FindCursor cursor, long lastUsed) {}

    private final Map<Long, Open> open = new ConcurrentHashMap<>();
    private final LongSupplier nanoClock;

    Cursors(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Not to be guessed from another, and never 0, which says that there is no more. */
    long newId() {
        return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    }

    void keep(FindCursor cursor) {
        long now = nanoClock.getAsLong();
        open.values().removeIf(other -> now - other.lastUsed() > IDLE_NANOS);
        open.put(cursor.getId(), new Open(cursor, now));
    }

    /** @throws de.bwaldvogel.mongo.exception.MongoServerError 43 when it has ended, was killed or was forgotten */
    FindCursor get(long id) {
        Open kept = open.computeIfPresent(id, (key, found) -> new Open(found.cursor(), nanoClock.getAsLong()));
        if (kept == null) {
            throw Refusal.of(43, "CursorNotFound", "cursor id " + id + " not found");
        }
        return kept.cursor();
    }

    boolean remove(long id) {
        return open.remove(id) != null;
    }
}
