package io.dovira.query.community;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of communities, by id.
 *
 * @param position every fact up to it is counted
 * @param next token of the next page; null on the last one
 */
record CommunitiesPage(
        long position,
        String asOf,
        List<CommunityRow> items,
        @Nullable String next) {}
