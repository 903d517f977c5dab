package io.dovira.events.footage;

import io.dovira.events.CameraId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;

/** What can happen to a camera, in its own stream. */
public sealed interface CameraFact extends Fact
        permits CameraInstalled, CameraMoved, CameraRemoved, ClockOffsetMeasured {
    CameraId camera();

    /** Where it hangs from this fact on. */
    OfficeId office();
}
