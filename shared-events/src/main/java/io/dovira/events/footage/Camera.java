package io.dovira.events.footage;

import io.dovira.events.CameraId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A camera as its facts tell it.
 *
 * @param places in order of time, never empty; late footage is of the place where it was recorded
 * @param clockOffsetMillis what its clock shows too much; null if that was never measured
 * @param offsetMeasuredAt when it was measured last
 * @param removedAt null while it is there
 * @param lastAt when its newest fact happened
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record Camera(
        CameraId id,
        List<CameraPlace> places,
        String retentionClass,
        @Nullable Long clockOffsetMillis,
        @Nullable Instant offsetMeasuredAt,
        @Nullable Instant removedAt,
        Instant lastAt,
        int facts) {

    public Camera {
        places = List.copyOf(places);
    }

    /**
     * The state after one more fact; {@code before} is null before the first.
     *
     * @throws IllegalStateException if the fact cannot follow; no decider records such a fact
     */
    public static Camera evolve(@Nullable Camera before, CameraFact fact, Instant at) {
        if (fact instanceof CameraInstalled f) {
            if (before != null) {
                throw new IllegalStateException("camera " + f.camera() + " was installed before");
            }
            CameraPlace first = new CameraPlace(f.office(), f.room(), f.area(), at);
            return new Camera(f.camera(), List.of(first), f.retentionClass(), null, null, null, at, 1);
        }
        if (before == null) {
            throw new IllegalStateException("camera " + fact.camera() + " was never installed");
        }
        return before.after(fact, at);
    }

    private Camera after(CameraFact fact, Instant at) {
        return switch (fact) {
            case CameraInstalled f -> throw new IllegalStateException("camera " + f.camera() + " was installed before");
            case CameraMoved f -> {
                List<CameraPlace> all = new ArrayList<>(places);
                all.add(new CameraPlace(f.office(), f.room(), f.area(), at));
                yield new Camera(
                        id, all, retentionClass, clockOffsetMillis, offsetMeasuredAt, removedAt, at, facts + 1);
            }
            case CameraRemoved ignored ->
                new Camera(id, places, retentionClass, clockOffsetMillis, offsetMeasuredAt, at, at, facts + 1);
            case ClockOffsetMeasured f ->
                new Camera(id, places, retentionClass, f.offsetMillis(), at, removedAt, at, facts + 1);
        };
    }

    /** Where it hangs, or hung last. */
    public CameraPlace place() {
        return places.getLast();
    }

    /** Where it hung at that time; empty before it was installed and after it was removed. */
    public Optional<CameraPlace> placeAt(Instant time) {
        if (removedAt != null && time.isAfter(removedAt)) {
            return Optional.empty();
        }
        return places.reversed().stream()
                .filter(place -> !time.isBefore(place.since()))
                .findFirst();
    }

    /** Where it hung at what its own clock called that time. */
    public Optional<CameraPlace> placeByItsClock(Instant time) {
        return placeAt(clockOffsetMillis == null ? time : time.minusMillis(clockOffsetMillis));
    }

    public boolean removed() {
        return removedAt != null;
    }
}
