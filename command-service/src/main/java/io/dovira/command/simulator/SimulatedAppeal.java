package io.dovira.command.simulator;

import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.Visit;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A simulated appeal and who deals with it. */
final class SimulatedAppeal {
    private final AppealId id;
    private final SimulatedStory<AppealFact, Appeal> story;
    private final @Nullable Visit visit;
    private @Nullable StaffId inCharge;
    private int plans;

    /** @param visit at which it was handed in; null if it came another way */
    SimulatedAppeal(AppealId id, OfficeId office, @Nullable Visit visit) {
        this.id = id;
        this.story = new SimulatedStory<>(AppealFact.class, Appeal::evolve, id.stream(), office);
        this.visit = visit;
    }

    AppealId id() {
        return id;
    }

    SimulatedStory<AppealFact, Appeal> story() {
        return story;
    }

    Appeal state() {
        return story.state();
    }

    @Nullable
    Visit visit() {
        return visit;
    }

    Channel lodgedBy() {
        return state().matter().channel();
    }

    Instant due() {
        return Objects.requireNonNull(state().currentTerm()).due();
    }

    StaffId givenTo(StaffId staff) {
        inCharge = staff;
        return staff;
    }

    Actor investigator() {
        return new Actor(Objects.requireNonNull(inCharge).value(), "clerk");
    }

    /** Another plan for its end: the one made last holds. */
    int plan() {
        return ++plans;
    }

    boolean holds(int plan) {
        return plan == plans;
    }
}
