/**
 * The log: every event once, in commit order, under a dense position. Plain MongoDB driver; knows no framework and no event class.
 *
 * <p>One document per append. Position 41 holds two events, so the next append starts at 43:
 *
 * <pre>
 *   commits
 *   {_id: 41, n: 2, rts: 2026-03-02T08:15:00.120Z, k: ["visit-7f/3", "visit-7f/4"],
 *    ev: [{eid: "9c...", type: "visit.visitor-called",  rev: 1, stream: "visit-7f", seq: 3, at: ..., tags: [], pl: {...}, meta: {...}},
 *         {eid: "d0...", type: "visit.service-started", rev: 1, stream: "visit-7f", seq: 4, at: ..., tags: [], pl: {...}, meta: {...}}]}
 *   {_id: 43, n: 1, ...}
 * </pre>
 *
 * <p>The unique {@code _id} is the only arbiter of order: whoever inserts at the head has the position, whoever comes second reads the
 * head again. Start at {@link io.dovira.eventstore.log.EventLog}; the write path is {@code Appender} and {@code GroupWriter}, the live read
 * path {@code Tailer} and {@code Ring}.
 */
@NullMarked
package io.dovira.eventstore.log;

import org.jspecify.annotations.NullMarked;
