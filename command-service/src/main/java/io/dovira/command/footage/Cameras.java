package io.dovira.command.footage;

import io.dovira.command.platform.Subject;
import io.dovira.events.footage.Camera;
import io.dovira.events.footage.CameraFact;

/** Cameras as something that commands are for and states are read of. */
final class Cameras {
    static final String COMMANDS = "cameras";

    static final Subject<CameraFact, Camera> SUBJECT =
            new Subject<>(COMMANDS, CameraFact.class, Camera.class, Camera::evolve);

    private Cameras() {}
}
