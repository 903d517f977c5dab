package io.dovira.command.footage;

import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import io.dovira.events.footage.CameraArea;

/** The camera hangs elsewhere, perhaps in another office. */
public record MoveCamera(CameraId camera, OfficeId office, String room, CameraArea area) implements CameraCommand {}
