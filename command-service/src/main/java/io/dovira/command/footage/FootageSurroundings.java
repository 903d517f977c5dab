package io.dovira.command.footage;

import io.dovira.command.footage.FootagePremises.Shown;
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

    /** What a link leads to; empty if there is no such thing. */
    Optional<Shown> shown(LinkFootage link);

    PolicyBook policies();
}
