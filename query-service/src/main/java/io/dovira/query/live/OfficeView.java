package io.dovira.query.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dovira.events.visits.LegState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One office in full: its tile, and what the tile sums up.
 *
 * @param queue open legs in the order in which they were queued
 * @param hours local hours of today in which somebody arrived
 * @param ratings last answers, newest first
 * @param comments whether the ratings hold what people wrote; it is told to the roles that read feedback
 * @param cases null if the office has no cases
 */
record OfficeView(
        @JsonUnwrapped Tile tile,
        List<DeskView> desks,
        List<QueuedView> queue,
        List<HourView> hours,
        List<RatingView> ratings,
        boolean comments,
        @Nullable Cases cases) {

    /** What a desk does. */
    enum DeskState {
        CLOSED,
        FREE,
        BREAK,
        CALLING,
        SERVING,
        ON_HOLD
    }

    /**
     * Occupancy is serving by staffed time; what goes on now is added by whoever shows it, because it moves with the clock.
     *
     * @param since when it does what it does
     * @param staffedSeconds of today for which somebody sat there without a break, up to {@code staffedSince}
     * @param staffedSince when that time went on, if somebody sits there now
     * @param servingSeconds of today in services that have ended, holds not counted
     */
    record DeskView(
            String id,
            Map<String, String> name,
            DeskState state,
            @Nullable String staff,
            @Nullable String visit,
            @Nullable String ticket,
            @Nullable Instant since,
            double staffedSeconds,
            @Nullable Instant staffedSince,
            double servingSeconds) {}

    record QueuedView(
            String visit,
            String ticket,
            String service,
            Map<String, String> serviceName,
            LegState state,
            Instant queuedAt,
            @Nullable Instant calledAt,
            @Nullable Instant startedAt,
            @Nullable String desk,
            @Nullable Integer targetSeconds) {}

    record HourView(
            int hour,
            int arrived,
            int served,
            @Nullable Double waitP50,
            @Nullable Double waitP90,
            int n) {}

    record RatingView(
            Instant at,
            @Nullable Integer csat,
            @Nullable Integer nps,
            @Nullable String comment,
            @Nullable String service) {}

    record Cases(int opened, int closed, int open) {}
}
