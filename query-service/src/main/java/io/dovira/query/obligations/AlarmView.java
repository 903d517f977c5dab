package io.dovira.query.obligations;

import io.dovira.events.obligations.ObligationState;
import io.dovira.query.platform.Broadcast;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the stream of alarms sends.
 *
 * @param position up to which it is complete
 * @param head last position of the log
 * @param at when it was made, and by which the states are told
 * @param completeUntil the moment to which it is complete: {@code at}, or earlier if it lacks facts that were recorded some seconds ago
 * @param counts open obligations by how they stand
 * @param items in a snapshot what is due soon or overdue, at most 200 of them; in a delta what stands otherwise than before
 */
record AlarmView(
        long position,
        long head,
        Instant at,
        Instant completeUntil,
        Map<ObligationState, Integer> counts,
        List<FoundObligation> items)
        implements Broadcast.Positioned {}
