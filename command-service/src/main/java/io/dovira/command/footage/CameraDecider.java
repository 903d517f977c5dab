package io.dovira.command.footage;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.OfficeId;
import io.dovira.events.footage.Camera;
import io.dovira.events.footage.CameraInstalled;
import io.dovira.events.footage.CameraMoved;
import io.dovira.events.footage.CameraPlace;
import io.dovira.events.footage.CameraRemoved;
import io.dovira.events.footage.ClockOffsetMeasured;
import io.dovira.events.offices.Office;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What may happen to a camera, and when. Pure. */
final class CameraDecider {
    private CameraDecider() {}

    /** @param office the one that the command names; null if it is not known, or none is named */
    static Decision decide(@Nullable Camera camera, CameraCommand command, Moment moment, @Nullable Office office) {
        Optional<Decision> future = moment.ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        if (command instanceof InstallCamera c) {
            return camera == null
                    ? at(
                            c.office(),
                            office,
                            () -> Decision.accept(new CameraInstalled(
                                    c.camera(), c.office(), c.room(), c.area(), c.retentionClass())))
                    : Decision.refuse(CameraReason.CAMERA_EXISTS, "Camera " + c.camera() + " is installed already.");
        }
        if (camera == null) {
            return Decision.refuse(CameraReason.CAMERA_UNKNOWN, "There is no camera " + command.camera() + ".");
        }
        if (camera.removed()) {
            return Decision.refuse(
                    CameraReason.CAMERA_REMOVED,
                    "Camera " + camera.id() + " was removed at " + camera.removedAt() + ".");
        }
        return moment.notBefore(camera.lastAt(), () -> change(camera, command, office));
    }

    private static Decision change(Camera camera, CameraCommand command, @Nullable Office office) {
        CameraPlace place = camera.place();
        return switch (command) {
            case InstallCamera c -> throw new IllegalStateException(c + " is decided above");
            case MoveCamera c ->
                c.office().equals(place.office()) && c.room().equals(place.room()) && c.area() == place.area()
                        ? Decision.refuse(CameraReason.NOTHING_CHANGED, "It hangs there.")
                        : at(
                                c.office(),
                                office,
                                () -> Decision.accept(new CameraMoved(camera.id(), c.office(), c.room(), c.area())));
            case RemoveCamera c -> Decision.accept(new CameraRemoved(camera.id(), place.office(), c.reason()));
            case MeasureClockOffset c ->
                Decision.accept(new ClockOffsetMeasured(camera.id(), place.office(), c.offsetMillis()));
        };
    }

    private static Decision at(OfficeId id, @Nullable Office office, Supplier<Decision> decision) {
        if (office == null) {
            return Decision.refuse(CameraReason.OFFICE_UNKNOWN, "There is no office " + id + ".");
        }
        return office.closed()
                ? Decision.refuse(CameraReason.OFFICE_CLOSED, "Office " + id + " is closed for good.")
                : decision.get();
    }
}
