package io.dovira.query.footage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of segments, newest first.
 *
 * @param position to which the index was complete when it was read
 * @param next token of the next page; null on the last one
 */
record FootagePage(
        long position, List<FoundFootage> items, @Nullable String next) {}
