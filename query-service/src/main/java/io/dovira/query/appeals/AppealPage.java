package io.dovira.query.appeals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of appeals, by urgency: open ones by what is due first, then those that ended, the last first.
 *
 * @param position to which the list was complete when it was read
 * @param at by which moment their terms are judged
 * @param next token of the next page; null on the last one
 */
record AppealPage(
        long position,
        Instant at,
        List<AppealView> items,
        @Nullable String next) {}
