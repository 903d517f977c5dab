package io.dovira.command.simulator;

import java.time.Instant;
import java.util.List;

/**
 * Facts that belong into one commit, for example a call and the engaged desk. The first is what it is about.
 *
 * @param at when it is due to be recorded; what is typed late happened before
 */
record SimulatedCommit(Instant at, List<SimulatedFact> facts) {
    SimulatedCommit {
        facts = List.copyOf(facts);
    }

    /** Recorded as it happens. */
    SimulatedCommit(List<SimulatedFact> facts) {
        this(facts.getLast().at(), facts);
    }
}
