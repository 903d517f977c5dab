package io.dovira.embedded.storage;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
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
 * The tables of one server, in one file and a journal, or in memory. Thread-safe. If the process dies, every command that returned from
 * {@link #write} or {@link #change} is in the files as a whole, and of the others each is there as a whole or not at all.
 *
 * <p>A group of commands is durable once its effects are in the {@link Journal}. The store follows: from time to time it is committed beside
 * the commands that go on, and then the journal begins anew. Groups that make or drop tables, or are very large, go into the store at once.
 */
public final class Storage implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Storage.class);
    private static final String FILE = "dovira.mv";

    /** 1 had no journal; a program that knows only that would overlook what is in it. */
    private static final int FORMAT = 2;

    /**
     * When the store is committed. More spares work, for a page that many groups touch is written once; but the touched pages wait in memory, and
     * a start after a crash has to repeat what is in the journal. The property is for tests.
     */
    private static final long JOURNAL_BYTES = Long.getLong("dovira.embedded.journal-bytes", 24 << 20);

    /**
     * When the store is committed although the journal is short: small changes all over large tables touch a page each, and touched pages wait in
     * memory, twice while they are written. In a table of a million random keys 24 MB of journal touched 115 MB of pages.
     */
    private static final long UNSAVED_BYTES = Runtime.getRuntime().maxMemory() / 12;

    /** Long enough for the disk to have written what a freed block replaced; the default of 45 s grows the file tenfold. */
    private static final int RETENTION_MILLIS = 2_000;

    private static final int COMPACT_BELOW_PERCENT = 50;
    static final int COMPACT_BYTES = 8 << 20;
    private static final int CACHE_MEGABYTES = 64;

    /** Bound while a command reads: what it sees. Unbound: the live maps. */
    private static final ScopedValue<Snapshot> READING = ScopedValue.newInstance();

    private final MVStore store;
    private final @Nullable Path file;
    private final @Nullable Journal journal;
    private final long longJournal;
    private final long mostUnsaved;
    private final GroupCommit commits = new GroupCommit(new Group());
    private final Map<String, MVMap<byte[], byte[]>> tables = new ConcurrentHashMap<>();
    private final MVMap<byte[], byte[]> nothing;
    private final ScheduledExecutorService housekeeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeper").daemon().factory());
    /** Apart from the housekeeper, who may be waiting for the group that waits for this. */
    private final ExecutorService finisher = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("finisher").daemon().factory());

    private volatile Runnable beforeCommit = () -> {};
    private @Nullable Future<?> housekeeping;
    private long journalBytesBefore;
    private volatile Snapshot published;
    private volatile boolean closed;

    /** The open group's changes. Replaced while no command runs. */
    private volatile Effects effects = new Effects();

    /** The open group goes into the store at once: its effects are not all in {@link #effects}. Cleared while no command runs. */
    private volatile boolean whole;

    /** Asked for by the housekeeper, cleared while no command runs. */
    private volatile boolean checkpointDue;

    /** A durable commit holds what is in the journal's other file. Cleared while no command runs. */
    private volatile boolean mayTurn = true;

    /** Done when the commit of the store that was begun last is durable and another can begin. Used while no command runs. */
    private Future<?> finishing = CompletableFuture.completedFuture(null);

    private Storage(MVStore store, @Nullable Path file, @Nullable Journal journal, long longJournal, long mostUnsaved) {
        this.store = store;
        this.file = file;
        this.journal = journal;
        this.longJournal = longJournal;
        this.mostUnsaved = mostUnsaved;
        this.nothing = MVStore.open(null).openMap("nothing", bytes());
        store.setVersionsToKeep(1);
        store.setRetentionTime(RETENTION_MILLIS);
        MVMap<String, Long> starts = store.openMap("starts");
        store.getMapNames().stream()
                .filter(name -> !name.equals(starts.getName()))
                .forEach(this::open);
        if (journal != null) {
            journal.replay(store.getCurrentVersion(), this::repeat);
            // Something to commit, even if nothing had to be repeated.
            starts.merge("starts", 1L, Long::sum);
            store.commit();
            store.sync();
            journal.clear();
            // Never by itself; but this makes the store write its pages beside those who go on.
            store.setAutoCommitDelay(Integer.MAX_VALUE);
            housekeeping = housekeeper.scheduleWithFixedDelay(this::tidyUp, 1, 1, TimeUnit.SECONDS);
        }
        this.published = new Snapshot(store, tables);
    }

    /**
     * Opens the file in the directory, making both when absent; null keeps everything in memory.
     *
     * @throws DataInUseException when another process holds the file
     * @throws IllegalStateException when the file was written by a newer format
     */
    public static Storage open(@Nullable Path directory) {
        return open(directory, JOURNAL_BYTES, UNSAVED_BYTES);
    }

    static Storage open(@Nullable Path directory, long longJournal, long mostUnsaved) {
        MVStore.Builder builder = new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES);
        if (directory == null) {
            return new Storage(builder.open(), null, null, longJournal, mostUnsaved);
        }
        Path file = directory.resolve(FILE);
        try {
            Files.createDirectories(directory);
            MVStore store = builder.fileName(file.toString()).open();
            if (store.getStoreVersion() > FORMAT) {
                int found = store.getStoreVersion();
                store.closeImmediately();
                throw new IllegalStateException(file + " has format " + found + ", this server reads " + FORMAT);
            }
            store.setStoreVersion(FORMAT);
            return new Storage(store, file, Journal.open(directory), longJournal, mostUnsaved);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new DataInUseException(file, e);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("the data directory " + directory + " cannot be made", e);
        }
    }

    /** Opens a table, making it when absent. */
    public Table table(String name) {
        if (!store.hasMap(name)) {
            whole = true;
        }
        return new Table(this, open(name));
    }

    private MVMap<byte[], byte[]> open(String name) {
        return tables.computeIfAbsent(name, newName -> store.openMap(newName, bytes()));
    }

    private void repeat(int table, byte[] key, byte @Nullable [] value) {
        MVMap<byte[], byte[]> map = store.getMap(table);
        if (map == null) {
            throw new IllegalStateException("the journal speaks of a table that " + file + " does not have: " + table);
        }
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    /** Runs a command on what was durable last; it sees each finished command wholly or not at all. */
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

    /** Sets what runs, alone, before each group is closed and may write to tables. */
    public void beforeCommit(Runnable action) {
        beforeCommit = action;
    }

    /** Bytes of the data file and the journal, 0 in memory. */
    public long fileBytes() {
        try {
            return file == null || journal == null ? 0 : Files.size(file) + journal.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of changed pages that no commit of the store has taken yet, about. */
    int unsavedBytes() {
        return store.getUnsavedMemory();
    }

    void put(MVMap<byte[], byte[]> live, byte[] key, byte[] value) {
        commits.touch();
        live.put(key, value);
        note(live, key, value);
    }

    byte @Nullable [] remove(MVMap<byte[], byte[]> live, byte[] key) {
        commits.touch();
        byte[] removed = live.remove(key);
        note(live, key, null);
        return removed;
    }

    private void note(MVMap<byte[], byte[]> live, byte[] key, byte @Nullable [] value) {
        if (journal != null && !whole && !effects.add(live.getId(), key, value)) {
            whole = true;
        }
    }

    void drop(MVMap<byte[], byte[]> live) {
        commits.touch();
        whole = true;
        tables.remove(live.getName());
        store.removeMap(live);
    }

    boolean sees(MVMap<byte[], byte[]> live) {
        return !READING.isBound() || READING.get().view(live) != null;
    }

    MVMap<byte[], byte[]> view(MVMap<byte[], byte[]> live) {
        if (!READING.isBound()) {
            return live;
        }
        MVMap<byte[], byte[]> view = READING.get().view(live);
        return view == null ? nothing : view;
    }

    /** Follows a commit of the store that was begun: only when it is durable may the journal turn again. */
    private void finishCheckpoint() {
        try {
            // The pages are written by a thread of the store; this waits for it.
            store.executeFilestoreOperation(() -> {});
            store.sync();
            mayTurn = true;
            // While it compacts, the store takes no commit beside it.
            store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES);
        } catch (RuntimeException e) {
            log.error("the data file cannot be written", e);
        }
    }

    /** Tidies the data file while there is nothing else to do. */
    private void tidyUp() {
        try {
            long now = journal == null ? 0 : journal.bytes();
            boolean idle = now == journalBytesBefore;
            journalBytesBefore = now;
            if (idle && mayTurn && store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES)) {
                checkpoint();
            }
        } catch (RuntimeException e) {
            log.warn("the data file was not compacted: {}", e.getMessage());
        }
    }

    /** Commits the store as soon as an earlier commit of it is done, whether or not anything is in the journal. */
    void checkpoint() {
        checkpointDue = true;
        commits.shared(() -> {
            commits.touch();
            return true;
        });
    }

    /** Finishes the running commands' group and closes the files. */
    @Override
    public void close() {
        if (housekeeping != null) {
            housekeeping.cancel(false);
        }
        commits.shared(() -> {
            commits.touch();
            whole = true;
            return true;
        });
        housekeeper.close();
        finisher.close();
        closed = true;
        published.release();
        if (journal != null) {
            journal.clear();
            journal.close();
        }
        store.close();
    }

    private static MVMap.Builder<byte[], byte[]> bytes() {
        return new MVMap.Builder<byte[], byte[]>()
                .keyType(ByteArrayDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE);
    }

    /** The group that is being made durable, by its leader. */
    private final class Group implements GroupCommit.Target {

        private Effects closing = new Effects();
        private boolean stored;
        private long version;
        private @Nullable Snapshot snapshot;

        @Override
        public void commit() {
            beforeCommit.run();
            if (store.isClosed()) {
                throw new IllegalStateException("the data file cannot be written", store.getPanicException());
            }
            stored = whole && journal != null && store.commit() >= 0;
            whole = false;
            if (journal != null && !stored) {
                if (store.getUnsavedMemory() >= 2 * mostUnsaved) {
                    // Writers are faster than the disk takes pages: they wait for it, or memory would end.
                    awaitFinished();
                }
                if (mayTurn && isDue(journal)) {
                    checkpoint(journal);
                }
            }
            version = store.getCurrentVersion();
            snapshot = new Snapshot(store, tables);
            Effects filled = effects;
            effects = closing;
            closing = filled;
        }

        private boolean isDue(Journal following) {
            return checkpointDue || following.bytes() >= longJournal || store.getUnsavedMemory() >= mostUnsaved;
        }

        private void awaitFinished() {
            try {
                finishing.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the data file cannot be written", e);
            }
        }

        /** Settles which pages belong to the commit; they are written while the next groups run. */
        private void checkpoint(Journal following) {
            checkpointDue = false;
            if (store.tryCommit() >= 0) {
                mayTurn = false;
                following.turn();
                finishing = finisher.submit(Storage.this::finishCheckpoint);
            }
        }

        @Override
        public void publish() {
            if (journal != null && stored) {
                store.sync();
                journal.restart();
            } else if (journal != null && !closing.isEmpty()) {
                journal.append(closing.record(version));
            }
            closing.clear();
            Snapshot durable = snapshot;
            if (durable != null) {
                snapshot = null;
                Snapshot old = published;
                published = durable;
                old.release();
            }
        }
    }
}
