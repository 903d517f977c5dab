package io.dovira.command.imports;

import io.dovira.command.imports.ImportStatus.Clock;
import io.dovira.command.imports.ImportStatus.Problem;
import io.dovira.command.imports.rows.ClockPlan.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the records of one import. One thread. */
final class Tally {

    private static final int PROBLEMS_LISTED = 1_000;

    private final ImportStatus begun;
    private final Instant startedAt;
    private final Instant runSince;
    private final Reasons skips;
    private final Reasons warnings;
    private final List<Problem> problems;
    private final Set<String> offices = new HashSet<>();
    private List<Clock> clocks;
    private long problemCount;
    private long recorded;
    private long skipped;
    private long alreadyRecorded;
    private long rejected;
    private long cases;
    private long facts;
    private long position;

    /** Goes on counting where the import stands; {@code now}: when this run begins. */
    Tally(ImportStatus begun, Instant now) {
        this.begun = begun;
        this.startedAt = begun.startedAt() == null ? now : begun.startedAt();
        this.runSince = now;
        this.skips = new Reasons(begun.skips());
        this.warnings = new Reasons(begun.warnings());
        this.problems = new ArrayList<>(begun.problems());
        this.clocks = begun.clocks();
        this.problemCount = begun.problemCount();
        this.recorded = begun.recorded();
        this.skipped = begun.skipped();
        this.alreadyRecorded = begun.alreadyRecorded();
        this.rejected = begun.rejected();
        this.cases = begun.cases();
        this.facts = begun.facts();
        this.position = begun.position();
    }

    /** An import that waits for its turn. */
    static ImportStatus queued(String id, Imports.Order order, Spool.Upload upload, Instant now) {
        return new ImportStatus(
                id,
                ImportState.QUEUED,
                order.mapping().source(),
                order.fileName(),
                upload.sha256(),
                upload.bytes(),
                order.actor(),
                order.role(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                now,
                null,
                null,
                null,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of());
    }

    void skipped(long line, String reason) {
        skipped++;
        skips.add(reason, line);
    }

    void alreadyRecorded(long line) {
        alreadyRecorded++;
        skipped(line, "already recorded");
    }

    void rejected(long line, String reason) {
        rejected++;
        problem(line, reason);
    }

    private void problem(long line, String reason) {
        problemCount++;
        if (problems.size() < PROBLEMS_LISTED) {
            problems.add(new Problem(line, Reasons.bounded(reason)));
        }
    }

    void recorded() {
        recorded++;
    }

    void warned(long line, String reason) {
        warnings.add(reason, line);
    }

    void office(String id) {
        offices.add(id);
    }

    void opened() {
        cases++;
    }

    void appended(long count, long lastPosition) {
        facts += count;
        position = Math.max(position, lastPosition);
    }

    /** Offices whose clock is wrong: somebody has to know, whether the mapping repairs it or not. */
    void clocks(List<Finding> findings) {
        findings.forEach(each -> problem(each.firstLine(), each.describe()));
        clocks = findings.stream()
                .map(each -> new Clock(
                        each.office(),
                        each.fault().name(),
                        each.days(),
                        each.rows(),
                        each.firstLine(),
                        each.repaired()))
                .toList();
    }

    long read() {
        return recorded + skipped + rejected;
    }

    /** The import as it stands at this moment. */
    ImportStatus status(
            ImportState state, double percent, Instant now, @Nullable Instant finishedAt, @Nullable String error) {
        double seconds = Math.max(Duration.between(runSince, now).toMillis(), 1) / 1000.0;
        return new ImportStatus(
                begun.id(),
                state,
                begun.mapping(),
                begun.fileName(),
                begun.sha256(),
                begun.bytes(),
                begun.actor(),
                begun.role(),
                read(),
                recorded,
                skipped,
                alreadyRecorded,
                rejected,
                Math.round(percent * 10) / 10.0,
                cases,
                offices.size(),
                facts,
                Math.round((read() - begun.read()) / seconds * 10) / 10.0,
                position,
                begun.createdAt(),
                startedAt,
                finishedAt,
                error,
                List.copyOf(problems),
                problemCount,
                skips.list(),
                warnings.list(),
                clocks);
    }
}
