package io.dovira.command.footage;

import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import io.dovira.events.footage.CameraArea;

/** A camera records from now on. */
public record InstallCamera(CameraId camera, OfficeId office, String room, CameraArea area, String retentionClass)
        implements CameraCommand {}
