package io.dovira.command.imports;

import com.mongodb.MongoException;
import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.mapping.MappingReader;
import io.dovira.command.imports.mapping.MappingRefused;
import io.dovira.command.imports.source.FileRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes files in, runs one import after the other, and knows how each stands. Thread-safe.
 *
 * <p>What was queued or running when the service stopped, in good order or not, is gone on with after the next start.
 */
final class Imports implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);
    /** How often progress is written down, beside the first and the last. */
    private static final long TELL_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** An import during which the process died so often is taken for the cause. */
    private static final int MOST_RUNS = 5;
    /** How often the end of an import is tried to be written down; it is half a second from one to the next. */
    private static final int WRITE_ATTEMPTS = 60;

    /** What is asked for. {@code yaml}: the mapping as it was read. {@code idempotencyKey}: null if the caller gave none. */
    record Order(
            String fileName,
            String yaml,
            Mapping mapping,
            String actor,
            String role,
            @Nullable String idempotencyKey) {}

    private final ImportStore store;
    private final Spool spool;
    private final Ledger ledger;
    private final ImportsProperties properties;
    private final MappingReader mappings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock adding = new ReentrantLock();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final Map<String, ImportStatus> live = new ConcurrentHashMap<>();
    private volatile @Nullable ExecutorService worker;
    private volatile boolean stopped;

    Imports(
            ImportStore store,
            Spool spool,
            Ledger ledger,
            ImportsProperties properties,
            MappingReader mappings,
            Clock clock) {
        this.store = store;
        this.spool = spool;
        this.ledger = ledger;
        this.properties = properties;
        this.mappings = mappings;
        this.clock = clock;
    }

    /**
     * Takes a file in: spools it to disk, checks it from its first byte to its last, and queues it.
     *
     * @throws FileRefused if it cannot be imported; nothing is kept of it
     * @throws KeyReused if the idempotency key stands for another file or mapping
     */
    ImportStatus submit(Order order, InputStream upload) throws IOException, KeyReused {
        Instant now = clock.instant();
        String id = newId(now);
        Spool.Upload taken = spool.take(id, upload);
        boolean queued = false;
        try {
            Optional<ImportStatus> before = before(order, taken);
            if (before.isPresent()) {
                return before.get();
            }
            Preflight preflight = Preflight.of(taken.file(), order.fileName(), order.mapping(), properties.limits());
            ImportStatus status = Tally.queued(id, order, taken, now);
            adding.lock();
            try {
                // The same request may have come again while the file was checked.
                before = before(order, taken);
                if (before.isPresent()) {
                    return before.get();
                }
                store.add(status, spool.node(), order.yaml(), order.idempotencyKey());
                queued = true;
            } finally {
                adding.unlock();
            }
            enqueue(status, order.mapping(), preflight);
            return status;
        } finally {
            if (!queued) {
                spool.drop(id);
            }
        }
    }

    private Optional<ImportStatus> before(Order order, Spool.Upload upload) throws KeyReused {
        String key = order.idempotencyKey();
        Optional<ImportStatus> before = key == null ? Optional.empty() : store.findByKey(key);
        if (before.isPresent()
                && !(before.get().sha256().equals(upload.sha256())
                        && before.get().mapping().equals(order.mapping().source()))) {
            throw new KeyReused(before.get().id());
        }
        return before;
    }

    /** Ids grow with time, so that the newest are found by their order. */
    private String newId(Instant now) {
        byte[] chance = new byte[5];
        random.nextBytes(chance);
        return STAMP.format(now) + "-" + HexFormat.of().formatHex(chance);
    }

    Optional<ImportStatus> find(String id) {
        ImportStatus status = live.get(id);
        return status != null ? Optional.of(status) : store.find(id);
    }

    /** The newest first. */
    List<ImportStatus> list(@Nullable String before, int limit) {
        return store.list(before, limit).stream()
                .map(each -> live.getOrDefault(each.id(), each))
                .toList();
    }

    /** Asks a queued or running import to stop; empty if there is none of this id. One that is over stays as it is. */
    Optional<ImportStatus> cancel(String id) {
        Optional<ImportStatus> status = find(id);
        if (status.isPresent() && !status.get().state().isOver()) {
            cancelled.add(id);
            store.requestCancel(id);
        }
        return status;
    }

    private void enqueue(ImportStatus status, Mapping mapping, @Nullable Preflight preflight) {
        ExecutorService executor = worker;
        live.put(status.id(), status);
        if (executor == null || stopped) {
            // The next start finds it.
            return;
        }
        executor.execute(() -> run(status, mapping, preflight));
    }

    private void run(ImportStatus status, Mapping mapping, @Nullable Preflight preflight) {
        if (stopped) {
            return;
        }
        Watching watch = new Watching(status.id());
        try {
            boolean untouched = status.state() == ImportState.QUEUED;
            if (untouched && (cancelled.contains(status.id()) || store.isCancelRequested(status.id()))) {
                watch.progress(status.with(ImportState.CANCELLED, clock.instant(), null));
            } else if (store.begin(status.id()) > MOST_RUNS) {
                String error = "the service died " + MOST_RUNS + " times during this import; what was recorded stands";
                watch.progress(status.with(ImportState.FAILED, clock.instant(), error));
            } else {
                new ImportJob(status, mapping, spool.file(status.id()), preflight, properties, ledger, clock)
                        .run(watch);
            }
            if (watch.isOver) {
                spool.drop(status.id());
            } else {
                store.rest(status.id());
            }
        } catch (RuntimeException e) {
            LOG.error("import {} is left as it is, to be gone on with after the next start", status.id(), e);
        } finally {
            live.remove(status.id());
            cancelled.remove(status.id());
        }
    }

    @Override
    public void start() {
        stopped = false;
        worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("imports").factory());
        for (ImportStore.Unfinished left : store.unfinished(spool.node())) {
            resume(left);
        }
    }

    private void resume(ImportStore.Unfinished left) {
        ImportStatus status = left.status();
        LOG.info("going on with import {} of {} behind {} records", status.id(), status.mapping(), status.read());
        try {
            if (!Files.exists(spool.file(status.id()))) {
                throw new IOException("the upload is gone");
            }
            enqueue(status, mappings.read(left.mappingYaml()), null);
        } catch (IOException | MappingRefused e) {
            LOG.error("import {} cannot be gone on with", status.id(), e);
            String error = "cannot be gone on with after a restart: " + e.getMessage() + "; what was recorded stands";
            store.update(status.with(ImportState.FAILED, clock.instant(), error));
        }
    }

    /** Lets the running import rest after its batch. */
    @Override
    public void stop() {
        stopped = true;
        ExecutorService executor = worker;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(8, TimeUnit.SECONDS)) {
                    LOG.warn(
                            "an import did not come to rest in time; the next start looks into the log for what it recorded");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        worker = null;
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /** The service is going down; a running import rests after its batch. */
    boolean isStopping() {
        return stopped;
    }

    /** Writes progress down now and then, and knows when to stop. */
    private final class Watching implements ImportJob.Watch {
        private final String id;
        private long toldAt = System.nanoTime() - TELL_EVERY_NANOS;
        private boolean isOver;

        Watching(String id) {
            this.id = id;
        }

        @Override
        public void progress(ImportStatus status) {
            live.put(id, status);
            isOver = status.state().isOver();
            if (isOver || stopped || System.nanoTime() - toldAt >= TELL_EVERY_NANOS) {
                write(status);
            }
        }

        private void write(ImportStatus status) {
            for (int attempt = 1; ; attempt++) {
                try {
                    store.update(status);
                    toldAt = System.nanoTime();
                    if (!isOver && store.isCancelRequested(id)) {
                        cancelled.add(id);
                    }
                    return;
                } catch (MongoException e) {
                    if (attempt == WRITE_ATTEMPTS || stopped) {
                        throw e;
                    }
                    LOG.warn("the progress of import {} cannot be written down", id, e);
                    if (!isOver) {
                        // The next note tells it too.
                        return;
                    }
                    LockSupport.parkNanos(TELL_EVERY_NANOS);
                }
            }
        }

        @Override
        public Optional<ImportState> stop() {
            if (cancelled.contains(id)) {
                return Optional.of(ImportState.CANCELLED);
            }
            return stopped ? Optional.of(ImportState.RUNNING) : Optional.empty();
        }
    }
}
