package io.dovira.query.feedback;

import io.dovira.events.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of comments, the newest first.
 *
 * @param position to which the view was complete when it was read
 * @param next token of the next page; null on the last one
 */
record CommentsPage(
        long position, List<Comment> items, @Nullable String next) {

    /** What somebody said, in their own words. */
    record Comment(
            String survey,
            String office,
            Map<String, String> officeName,
            String timeZone,
            String service,
            Map<String, String> serviceName,
            String channel,
            Origin origin,
            Instant at,
            @Nullable Integer csat,
            @Nullable Integer nps,
            String comment,
            @Nullable String visit,
            @Nullable String appeal) {}
}
