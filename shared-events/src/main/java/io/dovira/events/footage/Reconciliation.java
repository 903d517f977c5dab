package io.dovira.events.footage;

import io.dovira.events.CameraId;
import io.dovira.events.FootageId;
import io.dovira.events.OfficeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds the record against the footage. Pure.
 *
 * <pre>
 *   entry       |------ questioning ------|          must be seen by a camera of its office and area, of its room if one hangs there
 *   camera 1  ======|    |====================        its footage in true time, without gaps
 *   camera 2                                          removed the day before: expected of it is nothing
 *   mismatch        |----|                            GAP
 * </pre>
 *
 * <p>Where no camera for an area hung, nothing is expected. Purged footage was there: its times count. Content that was announced and never
 * came does not; whoever asks leaves out what may still come.
 */
public final class Reconciliation {
    private Reconciliation() {}

    /**
     * What is tolerated.
     *
     * @param clock how far a camera's clock may be from the true time
     * @param seam time without picture that is no gap: recorders lose a moment between two segments
     */
    public record Tolerance(Duration clock, Duration seam) {}

    /**
     * A camera at one place.
     *
     * @param until null while it hangs there
     */
    public record Eye(
            CameraId camera,
            OfficeId office,
            CameraArea area,
            String room,
            Instant since,
            @Nullable Instant until) {
        boolean hungAt(Instant time) {
            return !time.isBefore(since) && (until == null || time.isBefore(until));
        }
    }

    /**
     * A segment of footage.
     *
     * @param time in true time
     * @param here whether the content came in
     * @param gaps in true time
     * @param clockOffsetMillis null if it was never measured
     * @param broken null if its files are what came in
     */
    public record Segment(
            FootageId footage,
            CameraId camera,
            OfficeId office,
            CameraArea area,
            String room,
            Span time,
            boolean here,
            List<Span> gaps,
            @Nullable Long clockOffsetMillis,
            @Nullable IntegrityFinding broken) {
        public Segment {
            gaps = List.copyOf(gaps);
        }

        public static Segment of(Footage footage) {
            return new Segment(
                    footage.id(),
                    footage.recorded().camera(),
                    footage.office(),
                    footage.recorded().area(),
                    footage.recorded().room(),
                    footage.time(),
                    footage.ingested() != null,
                    footage.trueGaps(),
                    footage.ingested() == null ? null : footage.ingested().clockOffsetMillis(),
                    footage.files().stream()
                            .map(StoredFile::broken)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null));
        }
    }

    /** The cameras as eyes: one for each place where each of them hung. */
    public static List<Eye> eyes(Camera camera) {
        List<Eye> eyes = new ArrayList<>();
        List<CameraPlace> places = camera.places();
        for (int i = 0; i < places.size(); i++) {
            CameraPlace place = places.get(i);
            Instant until = i + 1 < places.size() ? places.get(i + 1).since() : camera.removedAt();
            eyes.add(new Eye(camera.id(), place.office(), place.area(), place.room(), place.since(), until));
        }
        return eyes;
    }

    /** Every mismatch, in order of time. */
    public static List<Mismatch> of(
            List<Eye> eyes, List<Segment> segments, List<SeenEntry> entries, Tolerance tolerance) {
        List<Mismatch> found = new ArrayList<>();
        for (SeenEntry entry : entries) {
            found.addAll(ofEntry(entry, eyes, segments, tolerance));
        }
        found.addAll(clocks(segments, tolerance));
        for (Segment segment : segments) {
            if (segment.broken() != null) {
                Mismatch.Kind kind =
                        segment.broken() == IntegrityFinding.MISSING ? Mismatch.Kind.MISSING : Mismatch.Kind.CHANGED;
                found.add(new Mismatch(
                        kind, segment.office(), segment.camera(), segment.footage(), null, segment.time()));
            }
        }
        found.sort(Comparator.comparing((Mismatch one) -> one.time().from()).thenComparing(Mismatch::kind));
        return List.copyOf(found);
    }

    private static List<Mismatch> ofEntry(
            SeenEntry entry, List<Eye> eyes, List<Segment> segments, Tolerance tolerance) {
        if (entry.area() == CameraArea.OUTSIDE) {
            return List.of();
        }
        List<Eye> there = eyes.stream()
                .filter(eye -> eye.office().equals(entry.office())
                        && eye.area() == entry.area()
                        && eye.hungAt(entry.time().from()))
                .toList();
        if (there.isEmpty()) {
            return List.of();
        }
        boolean byRoom = entry.room() != null
                && there.stream().anyMatch(eye -> eye.room().equals(entry.room()));
        List<Span> seen = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.here()
                    && segment.office().equals(entry.office())
                    && segment.area() == entry.area()
                    && (!byRoom || segment.room().equals(entry.room()))) {
                segment.time()
                        .without(segment.gaps())
                        .forEach(
                                shown -> seen.add(shown.widened(tolerance.seam().dividedBy(2))));
            }
        }
        if (seen.stream().noneMatch(entry.time()::meets)) {
            return List.of(new Mismatch(Mismatch.Kind.NO_FOOTAGE, entry.office(), null, null, entry, entry.time()));
        }
        if (entry.time().isMoment()) {
            return List.of();
        }
        return entry.time().without(seen).stream()
                .map(unseen -> new Mismatch(Mismatch.Kind.GAP, entry.office(), null, null, entry, unseen))
                .toList();
    }

    /** One for each camera, whatever the number of its segments; the segment named is the one that is furthest off. */
    private static List<Mismatch> clocks(List<Segment> segments, Tolerance tolerance) {
        Map<CameraId, Segment> worst = new LinkedHashMap<>();
        for (Segment segment : segments) {
            if (offset(segment) > tolerance.clock().toMillis()) {
                worst.merge(segment.camera(), segment, (a, b) -> offset(b) > offset(a) ? b : a);
            }
        }
        return worst.values().stream()
                .map(segment -> new Mismatch(
                        Mismatch.Kind.CLOCK_OFFSET,
                        segment.office(),
                        segment.camera(),
                        segment.footage(),
                        null,
                        segment.time()))
                .toList();
    }

    private static long offset(Segment segment) {
        return segment.clockOffsetMillis() == null ? 0 : Math.abs(segment.clockOffsetMillis());
    }
}
