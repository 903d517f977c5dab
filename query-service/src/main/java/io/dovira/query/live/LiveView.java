package io.dovira.query.live;

import io.dovira.events.Origin;
import io.dovira.query.platform.Broadcast;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The board, whole or what has changed of it.
 *
 * @param position up to which it is complete
 * @param head last position of the log
 * @param at when it was made
 * @param completeUntil the moment to which it is complete: {@code at}, or earlier if it lacks facts that were recorded some seconds ago
 * @param totals of all offices of the board, changed or not; each origin apart, because what was simulated or imported is never added to what
 *     people live through. An origin without an office is not there
 * @param offices all of them in a snapshot, the changed ones in a delta; by id
 */
record LiveView(
        long position, long head, Instant at, Instant completeUntil, Map<Origin, Totals> totals, List<Tile> offices)
        implements Broadcast.Positioned {}
