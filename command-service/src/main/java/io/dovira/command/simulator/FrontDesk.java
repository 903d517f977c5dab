package io.dovira.command.simulator;

import io.dovira.command.offices.CloseDesk;
import io.dovira.command.offices.DeskCommand;
import io.dovira.command.offices.DeskPremises;
import io.dovira.command.offices.Offices;
import io.dovira.command.offices.OpenDesk;
import io.dovira.command.platform.Moment;
import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.StaffFact;
import io.dovira.events.offices.StaffSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A desk of a simulated office: who sits there, and whom it is for. */
final class FrontDesk {
    private final OfficeId office;
    private final DeskId id;
    private final boolean aroundTheClock;
    private final SimulatedStory<DeskFact, Desk> story;
    private final Map<StaffId, SimulatedStory<StaffFact, StaffSession>> sessions = new HashMap<>();
    private @Nullable StaffId staff;
    private boolean taken;
    private boolean endsShift;
    private Instant busyUntil = Instant.MIN;

    FrontDesk(OfficeId office, DeskId id, boolean aroundTheClock) {
        this.office = office;
        this.id = id;
        this.aroundTheClock = aroundTheClock;
        this.story = new SimulatedStory<>(DeskFact.class, Desk::evolve, DeskFact.stream(office, id), office);
    }

    DeskId id() {
        return id;
    }

    boolean isAroundTheClock() {
        return aroundTheClock;
    }

    @Nullable
    Desk stateOrNull() {
        return story.stateOrNull();
    }

    SimulatedFact take(DeskFact fact, Instant at, Actor actor) {
        return story.take(fact, at, actor);
    }

    // --- visitors

    boolean isFree(Instant now) {
        return isStaffed() && !taken && !endsShift && !now.isBefore(busyUntil);
    }

    /** Somebody is on the way. */
    void expect() {
        taken = true;
    }

    /** Nobody comes before then: there is something to write down. */
    void leave(Instant until) {
        taken = false;
        busyUntil = until;
    }

    // --- staff

    boolean isStaffed() {
        return staff != null;
    }

    /** The shift is over when the visitor is served. Returns whether there is none. */
    boolean endShiftSoon() {
        endsShift = true;
        return !taken;
    }

    boolean isShiftOver() {
        return endsShift;
    }

    Actor clerk() {
        if (staff == null) {
            throw new IllegalStateException("desk " + id + " has nobody");
        }
        return new Actor(staff.value(), "clerk");
    }

    List<SimulatedFact> open(StaffId who, Office known, Instant at) {
        staff = who;
        endsShift = false;
        return act(new OpenDesk(office, id, who), who, known, at);
    }

    List<SimulatedFact> close(Office known, Instant at) {
        StaffId who = new StaffId(clerk().id());
        List<SimulatedFact> facts = act(new CloseDesk(office, id), who, known, at);
        staff = null;
        endsShift = false;
        return facts;
    }

    private List<SimulatedFact> act(DeskCommand command, StaffId who, Office known, Instant at) {
        SimulatedStory<StaffFact, StaffSession> session = sessions.computeIfAbsent(
                who, name -> new SimulatedStory<>(StaffFact.class, StaffSession::evolve, name.stream(), office));
        Actor clerk = clerk();
        DeskPremises premises = new DeskPremises(Moment.at(at, at), known, session.stateOrNull());
        List<SimulatedFact> facts = new ArrayList<>();
        for (Fact fact : Offices.decide(story.stateOrNull(), command, premises).orThrow()) {
            facts.add(
                    switch (fact) {
                        case DeskFact ofDesk -> story.take(ofDesk, at, clerk);
                        case StaffFact ofStaff -> session.take(ofStaff, at, clerk);
                        default -> throw new IllegalStateException("a desk does not lead to " + fact);
                    });
        }
        return facts;
    }
}
