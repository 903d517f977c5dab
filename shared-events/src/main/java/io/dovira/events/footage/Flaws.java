package io.dovira.events.footage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is, or was, wrong with a segment, and whether that was answered: of each kind the newest. One that is found while another of its kind stands
 * open is answered with it, and gives no more time.
 *
 * <pre>
 *   gap        found 10:00   another 11:00   explained 12:00            found 20:00
 *              |-------- open since 10:00 --------|                     |-- open since 20:00
 *   integrity  original missing 10:00   copy changed 11:00   original found again 12:00   copy restored 13:00
 *              |------------------------------- open since 10:00 -------------------------------|
 * </pre>
 *
 * @param gap null while none was found
 * @param integrity null while every check was good
 * @param broken hashes of the files that are not what came in, and of which nobody has said why
 */
public record Flaws(@Nullable Found gap, @Nullable Found integrity, List<String> broken) {
    /** A segment as it should be. */
    public static final Flaws NONE = new Flaws(null, null, List.of());

    public Flaws {
        broken = List.copyOf(broken);
    }

    /**
     * A flaw that was found.
     *
     * @param answeredAt null while nobody has answered it
     * @param lapsed whether the content is not kept any more, so that nobody can answer it
     */
    public record Found(Instant since, @Nullable Instant answeredAt, boolean lapsed) {
        public boolean isOpen() {
            return answeredAt == null && !lapsed;
        }

        private Found answered(Instant at) {
            return isOpen() ? new Found(since, at, false) : this;
        }
    }

    /** Whether the fact tells a flaw. All others mean something only where one was told before. */
    public static boolean isFound(FootageFact fact) {
        return fact instanceof GapDetected || (fact instanceof IntegrityChecked check && !check.ok());
    }

    /** With one more fact. */
    public Flaws after(FootageFact fact, Instant at) {
        return switch (fact) {
            case GapDetected ignored -> new Flaws(found(gap, at), integrity, broken);
            case IntegrityChecked f ->
                f.ok()
                        ? whole(f.sha256(), at)
                        : new Flaws(
                                gap,
                                found(integrity, at),
                                Stream.concat(broken.stream(), Stream.of(f.sha256()))
                                        .distinct()
                                        .toList());
            case FlawExplained f ->
                switch (f.flaw()) {
                    case GAP -> new Flaws(answered(gap, at), integrity, broken);
                    case INTEGRITY -> new Flaws(gap, answered(integrity, at), List.of());
                };
            case RetentionExpired ignored -> new Flaws(gap, lapsed(integrity), List.of());
            case SegmentRecorded ignored -> this;
            case SegmentIngested ignored -> this;
            case FootageLinked ignored -> this;
            case FootageAccessed ignored -> this;
            case RedactedCopyMade ignored -> this;
            case FootageExported ignored -> this;
            case HoldPlaced ignored -> this;
            case HoldReleased ignored -> this;
            case FootagePurged ignored -> this;
        };
    }

    public @Nullable Found of(Flaw flaw) {
        return switch (flaw) {
            case GAP -> gap;
            case INTEGRITY -> integrity;
        };
    }

    /** To which an answer is owed. */
    public List<Flaw> open() {
        return Arrays.stream(Flaw.values()).filter(this::isOpen).toList();
    }

    public boolean isOpen(Flaw flaw) {
        Found found = of(flaw);
        return found != null && found.isOpen();
    }

    private Flaws whole(String sha256, Instant at) {
        List<String> left = new ArrayList<>(broken);
        boolean restored = left.remove(sha256) && left.isEmpty();
        return new Flaws(gap, restored ? answered(integrity, at) : integrity, left);
    }

    private static Found found(@Nullable Found before, Instant at) {
        return before != null && before.isOpen() ? before : new Found(at, null, false);
    }

    private static @Nullable Found answered(@Nullable Found before, Instant at) {
        return before == null ? null : before.answered(at);
    }

    private static @Nullable Found lapsed(@Nullable Found before) {
        return before != null && before.isOpen() ? new Found(before.since(), null, true) : before;
    }
}
