/**
 * A simulated region for the demo: a month of history, then live traffic. Everything it records bears the origin SIMULATED and
 * stands in offices of its own. Start at {@code OfficeSimulation}, which is pure and seeded; {@code Simulator} is the shell that
 * records what it yields.
 */
@NullMarked
package io.dovira.command.simulator;

import org.jspecify.annotations.NullMarked;
