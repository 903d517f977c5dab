package io.dovira.events.footage;

import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;

/** The camera is gone; its footage stays. */
@StoredAs("camera.camera-removed")
public record CameraRemoved(CameraId camera, OfficeId office, String reason) implements CameraFact {}
