package io.dovira.query.interactions;

import io.dovira.query.platform.Office;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result of a search. Names are empty when the office was never registered.
 *
 * @param id name of its stream
 * @param waitSeconds of the first leg, from the queue to its last call; null while it waits and for cases
 * @param late whether a fact of it was recorded late
 */
record FoundInteraction(
        String id,
        String kind,
        @Nullable String ticket,
        String office,
        Map<String, String> officeName,
        @Nullable String organisation,
        @Nullable String service,
        Map<String, String> serviceName,
        String channel,
        String state,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Double waitSeconds,
        boolean late,
        String origin,
        int facts) {

    static FoundInteraction of(String id, Interaction found, @Nullable Office office) {
        String service = found.service();
        Office.Service known = office == null || service == null ? null : office.service(service);
        Long wait = found.waitMillis();
        return new FoundInteraction(
                id,
                found.kind(),
                found.ticket().isEmpty() ? null : found.ticket(),
                found.office(),
                office == null ? Map.of() : office.name(),
                found.organisation(),
                service,
                known == null ? Map.of() : known.name(),
                found.channel(),
                found.state(),
                found.openedAt(),
                found.closedAt(),
                wait == null ? null : wait / 1000.0,
                found.late(),
                found.origin(),
                found.facts());
    }
}
