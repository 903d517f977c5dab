/**
 * Records that a duty was not met in time: the one thing that happens without anybody doing something. The rule: once for each obligation, however many
 * services watch, and whenever they are restarted. What is owed, until when, is derived from the log by {@link io.dovira.events.obligations.Ledger}.
 */
@NullMarked
package io.dovira.command.obligations;

import org.jspecify.annotations.NullMarked;
