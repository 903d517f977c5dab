package io.dovira.command.footage;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import io.dovira.events.footage.Camera;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.CameraFact;
import io.dovira.events.footage.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One POST for each command on a camera. */
@RestController
@RequestMapping("/api/v1/cameras")
@Tag(name = "Cameras", description = "Where cameras hang, and what their clocks show")
@Refuses(CameraReason.class)
class CameraController {
    private static final int LONGEST_REASON = 500;

    /** A day; a clock that is further off shows another date, and somebody should look at it first. */
    private static final long MOST_OFFSET = 86_400_000;

    private final Endpoint<CameraId, CameraFact, Camera, ShownCamera> cameras;

    CameraController(Endpoints endpoints) {
        this.cameras = endpoints.of(
                Cameras.SUBJECT,
                new Endpoint.Kind<>(
                        CameraId::stream,
                        camera -> camera.place().office(),
                        ShownCamera::of,
                        CameraReason.CAMERA_UNKNOWN));
    }

    @PostMapping
    @Operation(summary = "A camera records from now on")
    @ApiResponse(responseCode = "201", description = "Hangs there", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownCamera>> install(Envelope envelope, @RequestBody InstallBody body) {
        return cameras.create(
                envelope,
                body,
                (fields, intent) -> new InstallCamera(
                        Objects.requireNonNullElseGet(
                                fields.optional("camera", body.camera(), CameraId::new),
                                () -> new CameraId(EventIds.of(intent.seed() + "/camera"))),
                        fields.required("office", body.office(), OfficeId::new),
                        fields.required("room", body.room(), Words::room),
                        fields.required("area", body.area(), Fields.oneOf(CameraArea.class)),
                        fields.required("retentionClass", body.retentionClass(), Words::retentionClass)),
                InstallCamera::camera);
    }

    @PostMapping("/{camera}/move")
    @Operation(summary = "The camera hangs elsewhere from now on, perhaps in another office")
    ResponseEntity<Answer<ShownCamera>> move(
            Envelope envelope, @PathVariable String camera, @RequestBody MoveBody body) {
        return cameras.send(
                envelope,
                body,
                fields -> id(fields, camera),
                (fields, id) -> new MoveCamera(
                        id,
                        fields.required("office", body.office(), OfficeId::new),
                        fields.required("room", body.room(), Words::room),
                        fields.required("area", body.area(), Fields.oneOf(CameraArea.class))));
    }

    @PostMapping("/{camera}/remove")
    @Operation(summary = "The camera is gone; its footage stays, and may still come in")
    ResponseEntity<Answer<ShownCamera>> remove(
            Envelope envelope, @PathVariable String camera, @RequestBody ReasonBody body) {
        return cameras.send(
                envelope,
                body,
                fields -> id(fields, camera),
                (fields, id) ->
                        new RemoveCamera(id, fields.required("reason", body.reason(), Fields.text(LONGEST_REASON))));
    }

    @PostMapping("/{camera}/clock")
    @Operation(summary = "The clock of the camera was compared with the true time")
    ResponseEntity<Answer<ShownCamera>> clock(
            Envelope envelope, @PathVariable String camera, @RequestBody ClockBody body) {
        return cameras.send(
                envelope,
                body,
                fields -> id(fields, camera),
                (fields, id) -> new MeasureClockOffset(
                        id, fields.required("offsetMillis", body.offsetMillis(), CameraController::offset)));
    }

    @GetMapping("/{camera}")
    @Operation(summary = "The camera as the decider sees it now")
    Seen<ShownCamera> look(Envelope envelope, @PathVariable String camera) {
        return cameras.look(envelope, fields -> id(fields, camera));
    }

    static long offset(Long given) {
        if (Math.abs(given) > MOST_OFFSET) {
            throw new IllegalArgumentException(
                    "must be at most a day of " + MOST_OFFSET + " milliseconds, not " + given);
        }
        return given;
    }

    private static CameraId id(Fields fields, String camera) {
        return fields.required("camera", camera, CameraId::new);
    }
}
