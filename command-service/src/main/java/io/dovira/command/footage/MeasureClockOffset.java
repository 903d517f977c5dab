package io.dovira.command.footage;

import io.dovira.events.CameraId;

/** The camera's clock was compared with the true time; {@code offsetMillis} is what it shows too much. */
public record MeasureClockOffset(CameraId camera, long offsetMillis) implements CameraCommand {}
