package io.dovira.events.footage;

import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;

/** A camera records here from now on. {@code retentionClass} is that of its footage, unless a segment says otherwise. */
@StoredAs("camera.camera-installed")
public record CameraInstalled(CameraId camera, OfficeId office, String room, CameraArea area, String retentionClass)
        implements CameraFact {
    public CameraInstalled {
        Words.room(room);
        Words.retentionClass(retentionClass);
    }
}
