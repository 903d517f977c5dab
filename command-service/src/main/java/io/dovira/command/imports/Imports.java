package io.dovira.command.imports;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes files in, runs one import after the other, and knows how each stands. Thread-safe.
 *
 * <p>What was queued when the service stopped runs after the next start. What was running is INTERRUPTED then: the log knows what was recorded,
 * but not which row comes next, and sending the file again settles that without a double.
 */
final class Imports implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);
    /** How often progress is written down, beside the first and the last. */
    private static final long TELL_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

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
    private final Map<String, ImportState> stopping = new ConcurrentHashMap<>();
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
            store.add(status, spool.node(), order.yaml(), order.idempotencyKey());
            queued = true;
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
            stopping.putIfAbsent(id, ImportState.CANCELLED);
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
        try {
            Watching watch = new Watching(status.id());
            Optional<ImportState> stop = watch.stop();
            if (stop.isPresent()) {
                watch.progress(status.with(stop.get(), clock.instant(), null));
            } else {
                new ImportJob(status, mapping, spool.file(status.id()), preflight, properties, ledger, clock)
                        .run(watch);
            }
            spool.drop(status.id());
        } catch (RuntimeException e) {
            LOG.error("import {} is left as it is", status.id(), e);
        } finally {
            live.remove(status.id());
            stopping.remove(status.id());
        }
    }

    @Override
    public void start() {
        stopped = false;
        worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("imports").factory());
        for (ImportStore.Unfinished left : store.unfinished(spool.node())) {
            if (left.status().state() == ImportState.RUNNING) {
                interrupted(left.status());
            } else {
                resume(left);
            }
        }
    }

    private void interrupted(ImportStatus status) {
        String error =
                "the service stopped in the middle; what was recorded stands, import the file again for the rest";
        store.update(status.with(ImportState.INTERRUPTED, clock.instant(), error));
        spool.drop(status.id());
        LOG.warn("import {} of {} was interrupted after {} records", status.id(), status.mapping(), status.read());
    }

    private void resume(ImportStore.Unfinished left) {
        try {
            if (!Files.exists(spool.file(left.status().id()))) {
                throw new IOException("the upload is gone");
            }
            enqueue(left.status(), mappings.read(left.mappingYaml()), null);
        } catch (IOException | MappingRefused e) {
            store.update(left.status().with(ImportState.FAILED, clock.instant(), e.getMessage()));
        }
    }

    /** Lets the running import end after its batch. */
    @Override
    public void stop() {
        stopped = true;
        ExecutorService executor = worker;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(8, TimeUnit.SECONDS)) {
                    LOG.warn("an import did not end in time; it will be shown as interrupted");
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

    /** The service is going down; a running import ends after its batch. */
    boolean isStopping() {
        return stopped;
    }

    /** Writes progress down now and then, and knows when to stop. */
    private final class Watching implements ImportJob.Watch {
        private final String id;
        private long toldAt = System.nanoTime() - TELL_EVERY_NANOS;

        Watching(String id) {
            this.id = id;
        }

        @Override
        public void progress(ImportStatus status) {
            live.put(id, status);
            if (status.state().isOver() || System.nanoTime() - toldAt >= TELL_EVERY_NANOS) {
                store.update(status);
                toldAt = System.nanoTime();
                if (store.isCancelRequested(id)) {
                    stopping.putIfAbsent(id, ImportState.CANCELLED);
                }
            }
        }

        @Override
        public Optional<ImportState> stop() {
            if (stopped) {
                return Optional.of(ImportState.INTERRUPTED);
            }
            return Optional.ofNullable(stopping.get(id));
        }
    }
}
