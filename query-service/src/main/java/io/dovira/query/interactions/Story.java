package io.dovira.query.interactions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One visit or case, fact by fact.
 *
 * @param id name of its stream
 * @param timeZone of the office, as it is now; null if the office is not known here
 * @param serviceNames by the id of the service, then by language
 * @param position what was recorded up to here is in it
 * @param at the moment asked for, as it was asked; null for now
 * @param facts in the order of the log; empty if nothing was known yet
 */
record Story(
        String id,
        String kind,
        String office,
        Map<String, String> officeName,
        @Nullable String timeZone,
        Map<String, Map<String, String>> serviceNames,
        long position,
        @Nullable String at,
        List<Step> facts) {

    /**
     * One fact and what was known after it.
     *
     * @param type stored name
     * @param lagSeconds how long after it happened it was recorded; negative when a clock ran ahead
     * @param quality how well the time is known
     * @param late recorded late by the rule of that moment; never for imported facts
     * @param data the payload
     * @param correctedBy ids of the facts that set this one right
     * @param state the visit or case after this fact; null if it could not be told
     * @param problem why the state could not be told: a fact of a newer writer; null usually
     */
    record Step(
            long position,
            String eventId,
            String type,
            int revision,
            Instant occurredAt,
            Instant recordedAt,
            double lagSeconds,
            String actor,
            String role,
            String quality,
            String origin,
            boolean late,
            Map<String, @Nullable Object> data,
            List<String> correctedBy,
            @Nullable Object state,
            @Nullable String problem) {}
}
