/**
 * The live boards: who waits now, what the desks do, how today went; as a snapshot and as a stream of changes.
 *
 * <p>{@code LiveFold} keeps one {@code Board} per office and one {@code Day} per office and local day. It knows no clock: which day is today is
 * asked when somebody looks ({@code Boards}). {@code Broadcast} sends what has changed, at most one frame per gap, to whoever listens.
 */
@NullMarked
package io.dovira.query.live;

import org.jspecify.annotations.NullMarked;
