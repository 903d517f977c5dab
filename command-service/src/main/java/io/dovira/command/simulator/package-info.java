/**
 * A simulated region for the demo: a month of history, then live traffic. Everything it records bears the origin SIMULATED and
 * stands in offices of its own, but for the orders on how long visitors may wait. Each kind of thing has a {@code Simulation} of its own, pure and seeded, that lives by an
 * {@code Agenda}; start at {@code OfficeSimulation}. {@code Simulator} is the shell that records what they yield.
 */
@NullMarked
package io.dovira.command.simulator;

import org.jspecify.annotations.NullMarked;
