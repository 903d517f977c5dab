package io.dovira.query.footage;

import io.dovira.events.footage.Camera;
import io.dovira.events.footage.CameraFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A camera, with the offices where it hangs or hung, to find it by. */
record CameraView(List<String> offices, Camera camera) {
    CameraView {
        offices = List.copyOf(offices);
    }

    static CameraView after(@Nullable CameraView before, CameraFact fact, Instant at) {
        Camera camera = Camera.evolve(before == null ? null : before.camera, fact, at);
        return new CameraView(
                camera.places().stream()
                        .map(place -> place.office().value())
                        .distinct()
                        .sorted()
                        .toList(),
                camera);
    }
}
