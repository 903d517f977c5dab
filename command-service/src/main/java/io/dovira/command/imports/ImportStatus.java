package io.dovira.command.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is shown. Counts are of this run; at the end {@code read = recorded + skipped + rejected}.
 *
 * @param mapping name of the mapping's source
 * @param sha256 of the bytes as uploaded, hex
 * @param bytes of the upload
 * @param actor who asked for it, a pseudonym
 * @param role in which role
 * @param read records seen: CSV rows, XES events, traces without events
 * @param recorded records that became at least one new fact
 * @param skipped records left out by a rule, or whose facts were all recorded before
 * @param alreadyRecorded the latter part of {@code skipped}
 * @param rejected records that cannot be used, each with line and reason in {@code problems}
 * @param percent of the upload that has been read
 * @param cases cases or visits that this run opened
 * @param offices offices that the records name
 * @param facts facts appended to the log, offices and services among them
 * @param rowsPerSecond records read per second since the import began, or went on after a restart
 * @param position of the last fact appended; 0 if none was. Views are complete once they have reached it
 * @param problems the first thousand: offices whose clock is wrong, with the first line of it, and rejected records
 * @param problemCount all of them
 * @param skips why records were skipped
 * @param warnings what is odd about records that were kept
 * @param clocks offices whose clock was found wrong
 * @param error why it failed
 */
public record ImportStatus(
        String id,
        ImportState state,
        String mapping,
        String fileName,
        String sha256,
        long bytes,
        String actor,
        String role,
        long read,
        long recorded,
        long skipped,
        long alreadyRecorded,
        long rejected,
        double percent,
        long cases,
        long offices,
        long facts,
        double rowsPerSecond,
        long position,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        List<Problem> problems,
        long problemCount,
        List<Reason> skips,
        List<Reason> warnings,
        List<Clock> clocks) {

    /** What somebody has to look at. */
    public record Problem(long line, String reason) {}

    /** How often something was the case, with the lines of the first few. */
    public record Reason(String reason, long count, List<Long> examples) {}

    /**
     * An office whose clock is wrong.
     *
     * @param office as the file writes it
     * @param fault {@code WEEK_YEAR} or {@code OFFSET}
     * @param days to be added to put it right
     * @param repaired the mapping's reason for repairing it; null if it was not
     */
    public record Clock(
            String office,
            String fault,
            int days,
            long rows,
            long firstLine,
            @Nullable String repaired) {}

    /** The same import in another state, at the given moment. */
    ImportStatus with(ImportState newState, @Nullable Instant finished, @Nullable String newError) {
        return new ImportStatus(
                id,
                newState,
                mapping,
                fileName,
                sha256,
                bytes,
                actor,
                role,
                read,
                recorded,
                skipped,
                alreadyRecorded,
                rejected,
                percent,
                cases,
                offices,
                facts,
                rowsPerSecond,
                position,
                createdAt,
                startedAt,
                finished,
                newError,
                problems,
                problemCount,
                skips,
                warnings,
                clocks);
    }
}
