package io.dovira.command.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commits of one simulation, one at a time, with a look at the next. */
final class Feed {
    private final Simulation simulation;
    private @Nullable SimulatedCommit next;

    Feed(Simulation simulation) {
        this.simulation = simulation;
    }

    SimulatedCommit peek() {
        if (next == null) {
            next = simulation.next();
        }
        return next;
    }

    SimulatedCommit take() {
        SimulatedCommit taken = peek();
        next = null;
        return taken;
    }

    /** Everything that is due before the instant. */
    List<SimulatedCommit> takeUntil(Instant end) {
        List<SimulatedCommit> due = new ArrayList<>();
        while (peek().at().isBefore(end)) {
            due.add(take());
        }
        return due;
    }
}
