package io.dovira.command.footage;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.Subject;
import io.dovira.events.footage.Camera;
import io.dovira.events.footage.CameraFact;
import io.dovira.events.offices.Office;
import org.jspecify.annotations.Nullable;

/** Cameras as something that commands are for and states are read of. */
public final class Cameras {
    static final String COMMANDS = "cameras";

    static final Subject<CameraFact, Camera> SUBJECT =
            new Subject<>(COMMANDS, CameraFact.class, Camera.class, Camera::evolve);

    private Cameras() {}

    /** What a command leads to, for who has no bus. The office is the one that the command names; null if it is not known, or none is named. */
    public static Decision decide(
            @Nullable Camera camera, CameraCommand command, Moment moment, @Nullable Office office) {
        return CameraDecider.decide(camera, command, moment, office);
    }
}
