package io.dovira.command.footage;

import io.dovira.events.footage.Camera;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.CameraPlace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A camera as a client sees it. */
@Schema(name = "Camera")
record ShownCamera(
        @Schema(example = "lviv-03-cell-2") String id,
        @Schema(example = "lviv-03") String office,
        @Schema(example = "cell 2") String room,
        CameraArea area,
        @Schema(example = "custody") String retentionClass,

        @Schema(description = "What its clock shows too much, in milliseconds; null if that was never measured")
        @Nullable
        Long clockOffsetMillis,

        @Nullable Instant offsetMeasuredAt,
        Instant since,
        @Nullable Instant removedAt) {

    static ShownCamera of(Camera camera) {
        CameraPlace place = camera.place();
        return new ShownCamera(
                camera.id().value(),
                place.office().value(),
                place.room(),
                place.area(),
                camera.retentionClass(),
                camera.clockOffsetMillis(),
                camera.offsetMeasuredAt(),
                place.since(),
                camera.removedAt());
    }
}
