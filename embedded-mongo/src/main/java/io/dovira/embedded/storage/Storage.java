package io.dovira.embedded.storage;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of one server, in one file or in memory. Thread-safe. If the process dies, every command that returned from
 * {@link #write} or {@link #change} is in the file as a whole, and of the others each is there as a whole or not at all.
 */
public final class Storage implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Storage.class);
    private static final String FILE = "dovira.mv";
    private static final int FORMAT = 1;

    /** Long enough for the disk to have written what a freed block replaced; the default of 45 s grows the file tenfold. */
    private static final int RETENTION_MILLIS = 2_000;

    private static final int COMPACT_BELOW_PERCENT = 50;
    private static final int COMPACT_BYTES = 2 << 20;
    private static final int CACHE_MEGABYTES = 64;

    /** Bound while a command reads: the version it sees. Unbound: the live maps. */
    private static final ScopedValue<Snapshot> READING = ScopedValue.newInstance();

    private final MVStore store;
    private final @Nullable Path file;
    private final GroupCommit commits = new GroupCommit(new Commit());
    private final MVMap<byte[], byte[]> nothing;
    private final ScheduledExecutorService housekeeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("compactor").daemon().factory());
    private volatile Runnable beforeCommit = () -> {};
    private volatile boolean compactionDue;
    private @Nullable Future<?> compaction;
    private volatile Snapshot published;

    private volatile boolean closed;

    /** Committed but not yet on disk; touched by the leader only. */
    private @Nullable Snapshot pending;

    private Storage(MVStore store, @Nullable Path file) {
        this.store = store;
        this.file = file;
        this.nothing = MVStore.open(null).openMap("nothing", bytes());
        store.setVersionsToKeep(1);
        store.setRetentionTime(RETENTION_MILLIS);
        // A snapshot needs a commit after its usage is registered; the count of starts is something to commit.
        MVMap<String, Long> starts = store.openMap("starts");
        MVStore.TxCounter usage = store.registerVersionUsage();
        starts.merge("starts", 1L, Long::sum);
        store.commit();
        store.sync();
        this.published = new Snapshot(store, usage);
        if (file != null) {
            compaction = housekeeper.scheduleWithFixedDelay(this::compact, 1, 1, TimeUnit.SECONDS);
        }
    }

    /**
     * Opens the file in the directory, making both when absent; null keeps everything in memory.
     *
     * @throws DataInUseException when another process holds the file
     * @throws IllegalStateException when the file was written by a newer format
     */
    public static Storage open(@Nullable Path directory) {
        MVStore.Builder builder = new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES);
        if (directory == null) {
            return new Storage(builder.open(), null);
        }
        Path file = directory.resolve(FILE);
        try {
            Files.createDirectories(directory);
            MVStore store = builder.fileName(file.toString()).open();
            if (store.getStoreVersion() == 0) {
                store.setStoreVersion(FORMAT);
            } else if (store.getStoreVersion() != FORMAT) {
                int found = store.getStoreVersion();
                store.closeImmediately();
                throw new IllegalStateException(file + " has format " + found + ", this server reads " + FORMAT);
            }
            return new Storage(store, file);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new DataInUseException(file, e);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("the data directory " + directory + " cannot be made", e);
        }
    }

    /** Opens a table, making it when absent. Tables that existed are opened before the first command. */
    public Table table(String name) {
        long born = store.hasMap(name) ? 0 : store.getCurrentVersion();
        return new Table(this, store.openMap(name, bytes()), born);
    }

    /** Runs a command on the last durable version of all tables; it sees each finished command wholly or not at all. */
    public <T> T read(Supplier<T> command) {
        Snapshot snapshot = published;
        while (!snapshot.hold()) {
            if (closed) {
                throw new MongoServerError(91, "ShutdownInProgress", "the server is stopping");
            }
            snapshot = published;
        }
        try {
            return ScopedValue.where(READING, snapshot).call(command::get);
        } finally {
            snapshot.release();
        }
    }

    /** Runs a command on the live tables, beside others, and returns once its effects are durable. */
    public <T> T write(Supplier<T> command) {
        return commits.shared(command);
    }

    /** As {@link #write}, alone: for commands that make, rename or drop tables others may be using. */
    public <T> T change(Supplier<T> command) {
        return commits.exclusive(command);
    }

    /** Sets what runs, alone, before each commit and may write to tables. */
    public void beforeCommit(Runnable action) {
        beforeCommit = action;
    }

    /** Bytes of the data file, 0 in memory. */
    public long fileBytes() {
        try {
            return file == null ? 0 : Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void touch() {
        commits.touch();
    }

    void drop(MVMap<byte[], byte[]> live) {
        commits.touch();
        store.removeMap(live);
    }

    boolean sees(Table table) {
        return !READING.isBound() || READING.get().knows(table);
    }

    MVMap<byte[], byte[]> view(Table table) {
        if (!READING.isBound()) {
            return table.live();
        }
        Snapshot snapshot = READING.get();
        return snapshot.knows(table) ? snapshot.open(table.live()) : nothing;
    }

    /** Compaction rides on a commit: it commits by itself, which must neither cut a command in half nor outrun the readers. */
    private void compact() {
        try {
            compactionDue = true;
            commitNow();
        } catch (RuntimeException e) {
            log.warn("the data file was not compacted: {}", e.getMessage());
        }
    }

    private void commitNow() {
        commits.shared(() -> {
            commits.touch();
            return true;
        });
    }

    /** Finishes the running commands' group and closes the file. */
    @Override
    public void close() {
        if (compaction != null) {
            compaction.cancel(false);
        }
        housekeeper.close();
        commitNow();
        closed = true;
        published.release();
        store.close();
    }

    private static MVMap.Builder<byte[], byte[]> bytes() {
        return new MVMap.Builder<byte[], byte[]>()
                .keyType(ByteArrayDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE);
    }

    private final class Commit implements GroupCommit.Target {

        @Override
        public void commit() {
            beforeCommit.run();
            MVStore.TxCounter usage = store.registerVersionUsage();
            if (store.commit() < 0) {
                store.deregisterVersionUsage(usage);
            } else {
                pending = new Snapshot(store, usage);
            }
            if (compactionDue) {
                compactionDue = false;
                store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES);
            }
        }

        @Override
        public void publish() {
            store.sync();
            Snapshot durable = pending;
            if (durable != null) {
                pending = null;
                Snapshot old = published;
                published = durable;
                old.release();
            }
        }
    }
}
