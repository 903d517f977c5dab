package io.dovira.embedded.storage;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets concurrent writers share one sync. Commands run side by side under the shared lock and belong to the open group; the
 * first one that waits becomes leader, closes the group under the exclusive lock (so no command is ever cut in half), syncs,
 * and wakes all. Commands that arrive during the sync form the next group.
 *
 * <pre>
 *   writer 1   |--run--|wait ................|ok
 *   writer 2      |--run--|wait .............|ok
 *   leader                 |commit|--sync----|
 *   writer 3                      |--run--|wait (next group) ...
 * </pre>
 *
 * After a failed commit or sync every later write is refused: what the disk holds is unknown until the process restarts.
 */
final class GroupCommit {

    /** What a commit consists of. */
    interface Target {

        /** Closes the version being written; runs alone. */
        void commit();

        /** Forces the closed version to disk and shows it to readers; runs beside the commands of the next group. */
        void publish();
    }

    private final Target target;
    private final ReentrantReadWriteLock commands = new ReentrantReadWriteLock();
    private final ReentrantLock waiting = new ReentrantLock();
    private final Condition advanced = waiting.newCondition();

    /** Guarded by {@link #commands}: read under the shared lock, changed under the exclusive one. */
    private long open = 1;

    /** Whether the open group wrote anything. Set under the shared lock, cleared under the exclusive one. */
    private volatile boolean touched;

    /** Guarded by {@link #waiting}, like {@link #leading}. */
    private long durable;

    private boolean leading;
    private volatile @Nullable Throwable failure;

    GroupCommit(Target target) {
        this.target = target;
    }

    /** Called by a running command that changes something. */
    void touch() {
        touched = true;
    }

    /** Runs a command beside others and returns, or throws what it threw, once its effects are durable. */
    <T> T shared(Supplier<T> command) {
        return run(command, commands.readLock());
    }

    /** As {@link #shared}, with no other command running. */
    <T> T exclusive(Supplier<T> command) {
        return run(command, commands.writeLock());
    }

    private <T> T run(Supplier<T> command, Lock lock) {
        refuseAfterFailure();
        long group = 0;
        try {
            lock.lock();
            try {
                return command.get();
            } finally {
                // A command that wrote nothing may still have seen what the group before it wrote.
                group = touched ? open : open - 1;
                lock.unlock();
            }
        } finally {
            awaitDurable(group);
        }
    }

    private void awaitDurable(long group) {
        waiting.lock();
        try {
            while (durable < group) {
                refuseAfterFailure();
                if (leading) {
                    advanced.awaitUninterruptibly();
                } else {
                    lead();
                }
            }
        } finally {
            waiting.unlock();
        }
    }

    private void lead() {
        leading = true;
        waiting.unlock();
        long group = 0;
        try {
            group = closeGroup();
            target.publish();
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            waiting.lock();
            leading = false;
            if (failure == null) {
                durable = Math.max(durable, group);
            }
            advanced.signalAll();
        }
    }

    private long closeGroup() {
        commands.writeLock().lock();
        try {
            target.commit();
            touched = false;
            return open++;
        } finally {
            commands.writeLock().unlock();
        }
    }

    private void refuseAfterFailure() {
        Throwable cause = failure;
        if (cause != null) {
            throw new MongoServerError(
                    14031,
                    "OutOfDiskSpace",
                    "a commit failed (" + cause.getMessage() + "); no write is taken until the server restarts",
                    cause);
        }
    }
}
