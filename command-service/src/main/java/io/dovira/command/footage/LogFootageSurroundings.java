package io.dovira.command.footage;

import io.dovira.command.offices.Offices;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.command.policies.Policies;
import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import io.dovira.events.footage.Camera;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import io.dovira.eventstore.log.EventLog;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The offices, cameras and policies in the log. */
@Component
final class LogFootageSurroundings implements FootageSurroundings {
    private final States states;
    private final EventLog log;
    private final Policies policies;

    LogFootageSurroundings(States states, EventLog log, Policies policies) {
        this.states = states;
        this.log = log;
        this.policies = policies;
    }

    @Override
    public Optional<Office> office(OfficeId office) {
        return states.find(Offices.SUBJECT, office.stream()).map(Seen::state);
    }

    @Override
    public Optional<Camera> camera(CameraId camera) {
        return states.find(Cameras.SUBJECT, camera.stream()).map(Seen::state);
    }

    @Override
    public boolean exists(String stream) {
        return !log.existing(List.of(stream)).isEmpty();
    }

    @Override
    public PolicyBook policies() {
        return policies.current();
    }
}
