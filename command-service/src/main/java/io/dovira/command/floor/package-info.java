/**
 * Shows who waits and who is served at an office now, for the people who call and serve them. The rule: what stands here is read from the log, by the fold that
 * decides commands too; it needs no projection, and works while the query service does not.
 *
 * <p>Start with {@link io.dovira.command.floor.Hall}, the fold; {@link io.dovira.command.floor.Floors} follows the log with it.
 */
@NullMarked
package io.dovira.command.floor;

import org.jspecify.annotations.NullMarked;
