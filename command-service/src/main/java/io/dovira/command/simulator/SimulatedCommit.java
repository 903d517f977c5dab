package io.dovira.command.simulator;

import java.time.Instant;
import java.util.List;

/** Facts that belong into one commit, for example a call and the engaged desk. */
record SimulatedCommit(List<SimulatedFact> facts) {
    SimulatedCommit {
        facts = List.copyOf(facts);
    }

    /** When it is due: the time of its last fact. */
    Instant at() {
        return facts.getLast().at();
    }
}
