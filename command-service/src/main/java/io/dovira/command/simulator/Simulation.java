package io.dovira.command.simulator;

/** Something simulated, told as the facts that happen to it: an endless sequence of commits in the order of their time. */
interface Simulation {

    /** The next commit; there is always one. */
    SimulatedCommit next();
}
