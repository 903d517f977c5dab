package io.dovira.eventstore.log;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Writes a group of appends: numbers them from the head, inserts them in order, settles each. Used by one thread.
 *
 * <p>Why no hole can appear: an append is inserted at a position only after everything before it is in the collection, because the insert is
 * ordered and starts at the head. A stale head is the beginning of an append that exists, so the insert collides on {@code _id} and nothing
 * is written. A request that was given up but reaches the server late runs into the same collision.
 *
 * <p>Why the head is read with read concern majority after every surprise: a head that a failover rolls back would leave a hole behind it.
 */
final class GroupWriter {

    private static final int DUPLICATE_KEY = 11_000;
    /** A primary that steps down or shuts down: the next one will answer. */
    private static final Set<Integer> MOVING_PRIMARY = Set.of(91, 189, 10_107, 11_600, 11_602, 13_435, 13_436);

    /** From this collision on, look closely: the text of the error, which said "position", may have misled. */
    private static final int PATIENT_COLLISIONS = 3;

    private static final Pattern INDEX = Pattern.compile("index: (?:\\S+\\.\\$)?(\\S+)");
    private static final long FIRST_PAUSE_NANOS = 20_000_000;
    private static final long LONGEST_PAUSE_NANOS = 500_000_000;

    private final Commits commits;
    private final Clock clock;
    private final Duration patience;
    private final LogMeters meters;
    private final Settling settling;

    private @Nullable Head head;
    private Runnable beforeAnswers = () -> {};

    GroupWriter(Commits commits, Clock clock, Duration patience, LogMeters meters) {
        this.commits = commits;
        this.clock = clock;
        this.patience = patience;
        this.meters = meters;
        this.settling = new Settling(commits);
    }

    /** What runs when the database has answered and nobody has heard of it yet. */
    void beforeAnswers(Runnable action) {
        beforeAnswers = action;
    }

    /** Returns when each append of the group is settled: recorded, refused or given up. Throws nothing. */
    void write(List<Pending> group) {
        meters.grouped(group.size());
        List<Pending> rest = group;
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_NANOS;
        while (!rest.isEmpty()) {
            try {
                int before = rest.size();
                rest = attempt(rest);
                if (rest.size() < before) {
                    // Getting somewhere: only standing still uses up the patience.
                    deadline = System.nanoTime() + patience.toNanos();
                } else if (System.nanoTime() > deadline) {
                    giveUp(rest, "other writers were always faster", null);
                    return;
                }
            } catch (MongoException e) {
                head = null;
                if (System.nanoTime() > deadline) {
                    giveUp(rest, "the database does not answer", e);
                    return;
                }
                LockSupport.parkNanos(pause);
                pause = Math.min(LONGEST_PAUSE_NANOS, pause * 2);
            } catch (RuntimeException e) {
                head = null;
                giveUp(rest, "the writer failed", e);
                return;
            }
        }
    }

    /** One round trip; returns the appends that are not settled yet, in order. */
    private List<Pending> attempt(List<Pending> group) {
        List<Pending> open = new ArrayList<>(group);
        // Only after a lost answer: what is found now need not be sent again.
        open.removeIf(pending -> pending.maybeRecorded() && settledAsRecorded(pending));
        open.removeIf(this::refusedBehindALoss);
        if (open.isEmpty()) {
            return open;
        }
        Head from = head;
        if (from == null) {
            from = commits.head();
            head = from;
        }
        // From here on a caller can not say any more that nothing was written.
        open.removeIf(pending -> !pending.send());
        if (open.isEmpty()) {
            return open;
        }
        long recordedAt = Math.max(clock.millis(), from.recordedAt().toEpochMilli());
        List<RawBsonDocument> documents = new ArrayList<>(open.size());
        long next = from.last() + 1;
        for (Pending pending : open) {
            documents.add(pending.at(next, recordedAt));
            next += pending.size();
        }
        try {
            commits.insert(documents);
        } catch (MongoBulkWriteException e) {
            return afterError(open, e, from, recordedAt);
        } catch (RuntimeException e) {
            open.forEach(Pending::mayBeRecorded);
            throw e;
        }
        acknowledge(open, from, recordedAt);
        return List.of();
    }

    private List<Pending> afterError(List<Pending> open, MongoBulkWriteException e, Head from, long recordedAt) {
        if (e.getWriteConcernError() != null
                || e.getWriteErrors().isEmpty()
                || MOVING_PRIMARY.contains(e.getWriteErrors().getFirst().getCode())) {
            // Perhaps written, perhaps not on a majority: only a majority read can tell.
            open.forEach(Pending::mayBeRecorded);
            throw e;
        }
        BulkWriteError error = e.getWriteErrors().getFirst();
        int failed = error.getIndex();
        acknowledge(open.subList(0, failed), from, recordedAt);
        Pending pending = open.get(failed);
        boolean settled;
        if (error.getCode() != DUPLICATE_KEY) {
            pending.unavailable("the database refused it: " + error.getMessage(), e);
            settled = true;
        } else if (isPosition(error) && pending.collided() < PATIENT_COLLISIONS) {
            meters.positionConflict();
            head = null;
            settled = false;
        } else {
            settled = settledByLooking(pending);
            if (!settled) {
                meters.positionConflict();
                head = null;
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000, 5_000_000));
            }
        }
        return new ArrayList<>(open.subList(settled ? failed + 1 : failed, open.size()));
    }

    private void acknowledge(List<Pending> recorded, Head from, long recordedAt) {
        beforeAnswers.run();
        Head last = from;
        Instant at = Instant.ofEpochMilli(recordedAt);
        for (Pending pending : recorded) {
            Appended appended = new Appended(last.last() + 1, last.last() + pending.size(), at, false);
            last = new Head(appended.lastPosition(), at);
            head = last;
            meters.appended(pending);
            pending.recorded(appended);
        }
        meters.headAt(last.last());
    }

    /** Asked before each round trip: what it may not overtake can have been lost in the one before. */
    private boolean refusedBehindALoss(Pending pending) {
        boolean lost = pending.predecessorLost();
        if (lost) {
            giveUp(List.of(pending), "an earlier append of the same bulk may be lost", null);
        }
        return lost;
    }

    private boolean settledAsRecorded(Pending pending) {
        Appended earlier = settling.recordedEarlier(pending);
        if (earlier != null) {
            pending.recorded(earlier);
        }
        return earlier != null;
    }

    private boolean settledByLooking(Pending pending) {
        if (settledAsRecorded(pending)) {
            return true;
        }
        LogException conflict = settling.conflict(pending);
        if (conflict != null) {
            meters.failed(conflict);
            pending.failed(conflict);
        }
        return conflict != null;
    }

    private void giveUp(List<Pending> rest, String why, @Nullable Throwable cause) {
        for (Pending pending : rest) {
            pending.unavailable(cause == null ? why : why + " (" + cause.getMessage() + ")", cause);
            meters.failed(LogUnavailable.nothingRecorded(why, cause));
        }
    }

    private static boolean isPosition(BulkWriteError error) {
        Matcher index = INDEX.matcher(error.getMessage());
        return index.find() && index.group(1).equals("_id_");
    }
}
