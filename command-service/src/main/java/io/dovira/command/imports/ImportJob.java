package io.dovira.command.imports;

import io.dovira.command.imports.Ledger.Result;
import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.rows.FactIds;
import io.dovira.command.imports.rows.Outcome;
import io.dovira.command.imports.rows.RowMapper;
import io.dovira.command.imports.source.FileRefused;
import io.dovira.command.imports.source.Item;
import io.dovira.command.imports.source.RowSource;
import io.dovira.command.imports.source.Unpacked;
import io.dovira.command.imports.source.Uploads;
import io.dovira.command.platform.Append;
import io.dovira.command.platform.NewFact;
import io.dovira.events.ImportId;
import io.dovira.events.Meta;
import io.dovira.events.Origin;
import io.dovira.events.TimeQuality;
import io.dovira.events.imports.ImportFact;
import io.dovira.events.imports.ImportFinished;
import io.dovira.events.imports.ImportStarted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One import from its first row to its last, in constant memory: a batch is read, recorded, told and forgotten. Run once, by one thread.
 *
 * <p>If the process dies, more may be recorded than was told. A job made with the status that was told last reads past the records that it
 * counts, finds in the log what else was recorded, and goes on; log and counts end as if nothing had happened.
 */
final class ImportJob {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    /** Who watches the job. */
    interface Watch {
        /** The import as it stands; called after every batch. */
        void progress(ImportStatus status);

        /** In which state to stop; {@code RUNNING} to be gone on with later; empty to go on now. Asked after every batch. */
        Optional<ImportState> stop();
    }

    private final ImportStatus begun;
    private final Mapping mapping;
    private final Path file;
    private final @Nullable Preflight checked;
    private final ImportsProperties properties;
    private final Ledger ledger;
    private final Clock clock;

    /**
     * A job.
     *
     * @param begun the import as it stands; one that is RUNNING is gone on with
     * @param checked what the check of the file found; null if it has to be checked again, after a restart
     */
    ImportJob(
            ImportStatus begun,
            Mapping mapping,
            Path file,
            @Nullable Preflight checked,
            ImportsProperties properties,
            Ledger ledger,
            Clock clock) {
        this.begun = begun;
        this.mapping = mapping;
        this.file = file;
        this.checked = checked;
        this.properties = properties;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Runs until it is over, whatever happens, or is to be gone on with later; the last status told says which. */
    void run(Watch watch) {
        Instant started = clock.instant();
        Tally tally = new Tally(begun, started);
        Progress progress = new Progress(tally, watch);
        Optional<ImportState> stop = progress.tell();
        ImportState state;
        String error = null;
        try {
            tell("started", new ImportStarted(id(), begun.fileName(), begun.sha256(), begun.mapping()), started);
            state = stop.isPresent() ? stop.get() : importRows(tally, progress);
        } catch (FileRefused e) {
            state = ImportState.FAILED;
            error = e.getMessage();
        } catch (Ledger.Unavailable e) {
            LOG.warn("import {} failed", begun.id(), e);
            state = ImportState.FAILED;
            error = "the log does not answer: " + e.getMessage()
                    + "; what was recorded stands, import the file again for the rest";
        } catch (IOException | RuntimeException e) {
            LOG.error("import {} failed", begun.id(), e);
            state = ImportState.FAILED;
            error = e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        Instant finished = clock.instant();
        if (!state.isOver()) {
            watch.progress(tally.status(state, progress.percent, finished, null, null));
            return;
        }
        ImportStatus last = tally.status(state, progress.percent, finished, finished, error);
        finish(last, finished);
        watch.progress(last);
        LOG.info(
                "import {} of {}: {}, {} read, {} recorded, {} skipped, {} rejected, {} facts",
                last.id(),
                last.mapping(),
                state,
                last.read(),
                last.recorded(),
                last.skipped(),
                last.rejected(),
                last.facts());
    }

    private ImportState importRows(Tally tally, Progress progress) throws IOException {
        Preflight preflight = checked != null ? checked : checkAgain();
        if (begun.read() == 0) {
            tellClocks(tally, preflight);
        }
        RowMapper mapper = new RowMapper(mapping, preflight.clocks());
        Resumption resumption = begun.state() == ImportState.RUNNING
                ? new Resumption(id(), begun.position(), ledger.head())
                : Resumption.none(id());
        BatchRecorder recorder = new BatchRecorder(ledger, id(), tally, resumption);
        try (Unpacked unpacked = Unpacked.open(file, begun.fileName(), properties.limits());
                RowSource rows = Uploads.rows(unpacked, mapping)) {
            List<List<Outcome>> batch = new ArrayList<>();
            int records = 0;
            long behind = begun.read();
            for (Item item = rows.next(); item != null; item = rows.next()) {
                List<Outcome> entry = outcomes(mapper, item);
                if (behind > 0) {
                    // Counted before the restart. Mapped all the same, for the mapper remembers the offices of the
                    // file.
                    behind -= entry.size();
                    recorder.passOver(entry);
                    continue;
                }
                batch.add(entry);
                records += entry.size();
                if (records >= properties.batch()) {
                    recorder.record(batch);
                    batch.clear();
                    records = 0;
                    // The reader is ahead by a buffer, so 100 is kept for the end.
                    progress.percent = Math.min(99.9, 100.0 * unpacked.packedBytes() / Math.max(1, begun.bytes()));
                    Optional<ImportState> stop = progress.tell();
                    if (stop.isPresent()) {
                        return stop.get();
                    }
                }
            }
            recorder.record(batch);
        }
        progress.percent = 100;
        return ImportState.COMPLETED;
    }

    private static void tellClocks(Tally tally, Preflight preflight) {
        tally.clocks(preflight.clocks().findings());
        if (preflight.inconclusive()) {
            tally.warned(1, "the rows are in no order of time: the clocks of the offices could not be compared");
        }
    }

    /** The upload has lain on disk while the service was down. */
    private Preflight checkAgain() throws IOException {
        if (!Spool.sha256(file).equals(begun.sha256())) {
            throw new FileRefused(FileRefused.Code.CUT_OFF, 0, "the upload on disk is not what was sent any more");
        }
        return Preflight.of(file, begun.fileName(), mapping, properties.limits());
    }

    private static List<Outcome> outcomes(RowMapper mapper, Item item) {
        return switch (item) {
            case Item.Entry entry -> mapper.map(entry);
            case Item.Broken broken -> List.of(new Outcome.Rejected(broken.line(), broken.reason()));
        };
    }

    private void finish(ImportStatus last, Instant at) {
        try {
            tell(
                    "finished",
                    new ImportFinished(
                            id(), last.state().name(), last.read(), last.recorded(), last.skipped(), last.rejected()),
                    at);
        } catch (Ledger.Unavailable e) {
            LOG.warn("the end of import {} is not in the log", begun.id(), e);
        }
    }

    private void tell(String step, ImportFact fact, Instant at) {
        Meta meta = new Meta(begun.actor(), begun.role(), begun.id(), null, null, TimeQuality.EXACT, Origin.IMPORTED);
        NewFact entry = new NewFact(FactIds.of("import", begun.id(), step), at, fact, meta);
        if (!ledger.find(List.of(entry.eventId())).isEmpty()) {
            // Before a restart.
            return;
        }
        String stream = id().stream();
        List<Result> results = ledger.append(List.of(new Append(stream, ledger.next(stream), List.of(entry))));
        if (results.getFirst() instanceof Result.Conflict conflict) {
            throw new IllegalStateException(conflict.reason());
        }
    }

    private ImportId id() {
        return new ImportId(begun.id());
    }

    private final class Progress {
        private final Tally tally;
        private final Watch watch;
        private double percent = begun.percent();

        Progress(Tally tally, Watch watch) {
            this.tally = tally;
            this.watch = watch;
        }

        Optional<ImportState> tell() {
            watch.progress(tally.status(ImportState.RUNNING, percent, clock.instant(), null, null));
            return watch.stop();
        }
    }
}
