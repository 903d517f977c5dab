package io.dovira.query.live;

import java.time.Instant;
import java.util.List;

/**
 * The board, whole or what has changed of it.
 *
 * @param position up to which it is complete
 * @param head last position of the log
 * @param at when it was made
 * @param totals of all offices of the board, changed or not
 * @param offices all of them in a snapshot, the changed ones in a delta; by id
 */
record LiveView(long position, long head, Instant at, Totals totals, List<Tile> offices) {}
