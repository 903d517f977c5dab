package io.dovira.events.footage;

import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;

/** The camera hangs elsewhere from now on; {@code office}, {@code room} and {@code area} are the new ones. */
@StoredAs("camera.camera-moved")
public record CameraMoved(CameraId camera, OfficeId office, String room, CameraArea area) implements CameraFact {
    public CameraMoved {
        Words.room(room);
    }
}
