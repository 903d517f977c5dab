package io.dovira.command.footage;

import io.dovira.events.CameraId;

/** What can be asked for about a camera. */
public sealed interface CameraCommand permits InstallCamera, MoveCamera, RemoveCamera, MeasureClockOffset {
    CameraId camera();
}
