package io.dovira.events.footage;

import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;

/** The camera's clock was compared with the true time. {@code offsetMillis} is what it shows too much: positive when it is ahead. */
@StoredAs("camera.clock-offset-measured")
public record ClockOffsetMeasured(CameraId camera, OfficeId office, long offsetMillis) implements CameraFact {}
