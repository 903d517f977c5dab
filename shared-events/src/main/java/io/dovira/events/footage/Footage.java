package io.dovira.events.footage;

import io.dovira.events.FootageId;
import io.dovira.events.OfficeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A segment of footage as its facts tell it. One fold serves the decider, the projection and the verifier.
 *
 * @param recorded where it was recorded, and when by the camera's clock
 * @param ingested null until the content came in
 * @param files the original first, then the redacted copies; after the end they tell what there was
 * @param gaps parts that show nothing
 * @param flaws what is wrong with it, and whether that was answered
 * @param links what it shows
 * @param holds not released yet
 * @param viewings of the day before the newest
 * @param expired nobody may watch it any more
 * @param purged the content is deleted
 * @param lastAt when the newest fact happened
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record Footage(
        FootageId id,
        SegmentRecorded recorded,
        @Nullable SegmentIngested ingested,
        List<StoredFile> files,
        List<GapDetected> gaps,
        Flaws flaws,
        List<FootageLinked> links,
        List<Hold> holds,
        List<Viewing> viewings,
        boolean expired,
        boolean purged,
        Instant lastAt,
        int facts) {
    private static final Duration VIEWINGS_KEPT = Duration.ofDays(1);

    public Footage {
        files = List.copyOf(files);
        gaps = List.copyOf(gaps);
        links = List.copyOf(links);
        holds = List.copyOf(holds);
        viewings = List.copyOf(viewings);
    }

    /**
     * The state after one more fact; {@code before} is null before the first.
     *
     * @throws IllegalStateException if the fact cannot follow; no decider records such a fact
     */
    public static Footage evolve(@Nullable Footage before, FootageFact fact, Instant at) {
        if (fact instanceof SegmentRecorded f) {
            if (before != null) {
                throw new IllegalStateException("segment " + f.footage() + " was recorded before");
            }
            return new Footage(
                    f.footage(),
                    f,
                    null,
                    List.of(),
                    List.of(),
                    Flaws.NONE,
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    false,
                    at,
                    1);
        }
        if (before == null) {
            throw new IllegalStateException("segment " + fact.footage() + " was never recorded");
        }
        return before.changed(fact, at).flawed(before.flaws.after(fact, at));
    }

    private Footage changed(FootageFact fact, Instant at) {
        return switch (fact) {
            case SegmentRecorded f ->
                throw new IllegalStateException("segment " + f.footage() + " was recorded before");
            case SegmentIngested f ->
                with(f, List.of(new StoredFile(f.sha256(), f.bytes(), f.mediaType(), f.file(), at, null)), at);
            case RedactedCopyMade f ->
                with(
                        ingested,
                        plus(files, new StoredFile(f.sha256(), f.bytes(), f.mediaType(), f.file(), at, null)),
                        at);
            case IntegrityChecked f ->
                with(
                        ingested,
                        files.stream()
                                .map(file -> file.sha256().equals(f.sha256()) ? file.checked(f.finding(), at) : file)
                                .toList(),
                        at);
            case GapDetected f -> with(plus(gaps, f), links, holds, viewings, at);
            case FootageLinked f -> with(gaps, plus(links, f), holds, viewings, at);
            case HoldPlaced f ->
                with(gaps, links, plus(holds, new Hold(f.hold(), f.ground(), f.reference(), at)), viewings, at);
            case HoldReleased f ->
                with(
                        gaps,
                        links,
                        holds.stream()
                                .filter(hold -> !hold.id().equals(f.hold()))
                                .toList(),
                        viewings,
                        at);
            case FootageAccessed f -> with(gaps, links, holds, watched(Viewing.of(f, at)), at);
            case FootageExported ignored -> with(gaps, links, holds, viewings, at);
            case FlawExplained ignored -> with(gaps, links, holds, viewings, at);
            case RetentionExpired ignored -> ended(true, false, at);
            case FootagePurged ignored -> ended(true, true, at);
        };
    }

    public FootageState state() {
        if (purged) {
            return FootageState.PURGED;
        }
        if (expired) {
            return FootageState.EXPIRED;
        }
        if (ingested == null) {
            return FootageState.RECORDING;
        }
        return holds.isEmpty() ? FootageState.AVAILABLE : FootageState.HELD;
    }

    public OfficeId office() {
        return recorded.office();
    }

    /** End of its retention; null while its content is not here, or there is no rule. */
    public @Nullable Instant keepUntil() {
        return ingested == null ? null : ingested.keepUntil();
    }

    /** The rule that says so, with its version. */
    public @Nullable String policy() {
        return ingested == null ? null : ingested.policy();
    }

    /** Whether this viewing, which begins now, goes on with one that began at most so long ago. */
    public boolean isWatched(Viewing now, Duration atMost) {
        return viewings.stream()
                .anyMatch(one -> one.isLike(now) && !one.since().plus(atMost).isBefore(now.since()));
    }

    /** What was recorded, in true time: the camera's clock set right by its offset, as far as that is known. */
    public Span time() {
        return trueTime(recorded.from(), recorded.to());
    }

    /** The gaps in true time. */
    public List<Span> trueGaps() {
        return gaps.stream().map(gap -> trueTime(gap.from(), gap.to())).toList();
    }

    private Span trueTime(Instant from, Instant to) {
        long offset = ingested == null || ingested.clockOffsetMillis() == null ? 0 : ingested.clockOffsetMillis();
        return new Span(from.minusMillis(offset), to.minusMillis(offset));
    }

    /** The original or the redacted copy with this hash. */
    public Optional<StoredFile> file(String sha256) {
        return files.stream().filter(file -> file.sha256().equals(sha256)).findFirst();
    }

    /** Whether a file is not what came in, or is not there. */
    public boolean isBroken() {
        return files.stream().anyMatch(file -> file.broken() != null);
    }

    private List<Viewing> watched(Viewing viewing) {
        Instant oldest = viewing.since().minus(VIEWINGS_KEPT);
        return Stream.concat(
                        viewings.stream()
                                .filter(old ->
                                        !old.isLike(viewing) && old.since().isAfter(oldest)),
                        Stream.of(viewing))
                .toList();
    }

    private Footage with(@Nullable SegmentIngested content, List<StoredFile> newFiles, Instant at) {
        return new Footage(
                id, recorded, content, newFiles, gaps, flaws, links, holds, viewings, expired, purged, at, facts + 1);
    }

    private Footage with(
            List<GapDetected> newGaps,
            List<FootageLinked> newLinks,
            List<Hold> newHolds,
            List<Viewing> newViewings,
            Instant at) {
        return new Footage(
                id,
                recorded,
                ingested,
                files,
                newGaps,
                flaws,
                newLinks,
                newHolds,
                newViewings,
                expired,
                purged,
                at,
                facts + 1);
    }

    private Footage ended(boolean over, boolean deleted, Instant at) {
        return new Footage(
                id, recorded, ingested, files, gaps, flaws, links, holds, viewings, over, deleted, at, facts + 1);
    }

    private Footage flawed(Flaws now) {
        return now.equals(flaws)
                ? this
                : new Footage(
                        id, recorded, ingested, files, gaps, now, links, holds, viewings, expired, purged, lastAt,
                        facts);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }
}
