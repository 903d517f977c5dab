package io.dovira.query.streams;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open stream as operators see it.
 *
 * @param client who reads
 * @param types what was asked for; empty for every type
 * @param position everything up to it was sent, or was not asked for
 * @param lag how many positions the log is ahead
 * @param sent events sent since the stream was opened
 */
record SubscriberView(
        long number,
        String client,
        Instant since,
        List<String> types,
        @Nullable String office,
        long position,
        long lag,
        long sent) {}
