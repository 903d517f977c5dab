package io.dovira.command.footage;

import io.dovira.command.appeals.Appeals;
import io.dovira.command.custody.Custodies;
import io.dovira.command.footage.FootagePremises.Shown;
import io.dovira.command.offices.Offices;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.command.policies.Policies;
import io.dovira.command.visits.Visits;
import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.Phase;
import io.dovira.events.footage.Camera;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.Visit;
import io.dovira.eventstore.log.EventLog;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The offices, cameras, policies, and what footage can show, in the log. */
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
    public Optional<Shown> shown(LinkFootage link) {
        String id = link.subject();
        return switch (link.target()) {
            case VISIT -> states.find(Visits.SUBJECT, "visit-" + id).map(seen -> visit(seen.state(), link));
            case CUSTODY -> states.find(Custodies.SUBJECT, "custody-" + id).map(seen -> stay(seen.state(), link));
            // A complaint is about something that happened before it, and an answer may rest on what came after.
            case APPEAL ->
                states.find(Appeals.SUBJECT, "appeal-" + id)
                        .map(seen -> new Shown(null, null, isEventOf("appeal-" + id, link)));
        };
    }

    private Shown visit(Visit visit, LinkFootage link) {
        Leg last = visit.lastLeg();
        return new Shown(
                visit.arrivedAt(),
                visit.isOpen() || last == null ? null : last.endedAt(),
                isEventOf(visit.id().stream(), link));
    }

    private Shown stay(Custody stay, LinkFootage link) {
        Instant released = stay.since(Phase.RELEASED);
        return new Shown(
                stay.apprehendedAt(),
                released == null ? stay.since(Phase.HANDED_OVER) : released,
                isEventOf(stay.id().stream(), link));
    }

    private boolean isEventOf(String stream, LinkFootage link) {
        String event = link.event();
        return event == null
                || log.readStream(stream, 0).stream().anyMatch(one -> one.id().equals(event));
    }

    @Override
    public PolicyBook policies() {
        return policies.current();
    }
}
