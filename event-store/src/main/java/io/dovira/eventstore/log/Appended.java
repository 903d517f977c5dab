package io.dovira.eventstore.log;

import java.time.Instant;

/**
 * The append is recorded: it survives the death of any process.
 *
 * @param firstPosition of its first event
 * @param lastPosition of its last event
 * @param recordedAt when the log learnt of it
 * @param alreadyRecorded an earlier attempt with the same event ids had recorded it; nothing was written now
 */
public record Appended(long firstPosition, long lastPosition, Instant recordedAt, boolean alreadyRecorded)
        implements AppendOutcome {}
