package io.dovira.command.footage;

import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import io.dovira.events.footage.Camera;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import java.util.Optional;

/** What the aggregates ask of the rest of the service, as it is known now. */
interface FootageSurroundings {
    Optional<Office> office(OfficeId office);

    Optional<Camera> camera(CameraId camera);

    /** Whether there is a stream of that name. */
    boolean exists(String stream);

    PolicyBook policies();
}
