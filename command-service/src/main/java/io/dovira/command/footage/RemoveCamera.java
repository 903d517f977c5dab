package io.dovira.command.footage;

import io.dovira.events.CameraId;

/** The camera is gone. */
public record RemoveCamera(CameraId camera, String reason) implements CameraCommand {}
