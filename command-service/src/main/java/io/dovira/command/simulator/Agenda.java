package io.dovira.command.simulator;

import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What will happen in one simulation, in the order of time. What happens commits facts and puts more on the agenda. */
final class Agenda {
    private final PriorityQueue<Step> steps = new PriorityQueue<>();
    private @Nullable SimulatedCommit ready;
    private long scheduled;

    /** Does what happens next, until there is a commit. There must always be something left that leads to one. */
    SimulatedCommit next() {
        ready = null;
        while (ready == null) {
            steps.remove().action().run();
        }
        return ready;
    }

    void schedule(Instant at, Runnable action) {
        steps.add(new Step(at, scheduled++, action));
    }

    /** The step is told when it is. */
    void plan(Instant at, Consumer<Instant> step) {
        schedule(at, () -> step.accept(at));
    }

    void commit(SimulatedFact... facts) {
        commit(List.of(facts));
    }

    void commit(List<SimulatedFact> facts) {
        commit(new SimulatedCommit(facts));
    }

    void commit(SimulatedCommit commit) {
        if (ready != null) {
            // Two commits in one step: the second waits its turn, at the same moment.
            steps.add(new Step(Instant.MIN, scheduled++, () -> ready = commit));
        } else {
            ready = commit;
        }
    }

    /** Something that will happen; ties go in the order of scheduling. */
    private record Step(Instant at, long order, Runnable action) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
