package io.dovira.query.interactions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of results, newest first.
 *
 * @param position to which the index was complete when it was read
 * @param next token of the next page; null on the last one
 */
record FoundPage(
        long position,
        List<FoundInteraction> items,
        @Nullable String next) {}
