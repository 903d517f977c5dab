/**
 * Duties with a clock: facts open them, other facts meet them, and time alone makes them overdue. Pure: what is derived here is the same for the
 * board, the watcher that records breaches, and a replay with a clock of one's choice. Start at
 * {@link io.dovira.events.obligations.Duties}; {@link io.dovira.events.obligations.Ledger} is all of it in memory.
 */
@NullMarked
package io.dovira.events.obligations;

import org.jspecify.annotations.NullMarked;
