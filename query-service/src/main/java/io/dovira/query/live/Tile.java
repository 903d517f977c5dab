package io.dovira.query.live;

import io.dovira.events.Origin;
import io.dovira.events.metrics.ServiceLevel.Counts;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One office on the board. Durations in seconds; names by language tag.
 *
 * @param waiting open legs that wait for a call
 * @param called legs that were called and have not come yet
 * @param openDesks desks with somebody at them who is not on a break
 * @param desks desks that the office has
 * @param oldestQueuedAt since when the first in the queue has waited
 * @param nextDue who of those that wait reaches the target first, or passed it first; null if nobody waits who was promised anything
 * @param arrivedToday visits that arrived on this local day of the office; served, abandoned and noShow are of the same visits
 * @param waitP50 of today's visits; null below 30 waits
 * @param n waits of today's visits
 * @param withinTarget waits of at most their target; null if no wait had a target
 * @param serviceLevel of today's visits, by each leg's own target; null if no leg had one
 * @param waitTargetSeconds the target of the services on offer; null if there is none, or they differ
 * @param observed what an outside source last saw of its queues; null if there is no such source
 * @param openCases cases not closed; null if the office has no cases
 * @param lastFactAt when the newest fact happened
 * @param backfilledAt when the newest fact was recorded, if it was told with a whole history; shortly after it the office is still being told its past, and
 *     shows how it was at {@code lastFactAt}. Null if the newest fact was told as it happened
 * @param position up to which the tile is complete
 */
record Tile(
        String id,
        Map<String, String> name,
        String organisation,
        Map<String, String> organisationName,
        String region,
        Map<String, String> regionName,
        String timeZone,
        Origin origin,
        int waiting,
        int called,
        int inService,
        int onHold,
        int openDesks,
        int desks,
        @Nullable Instant oldestQueuedAt,
        @Nullable NextDue nextDue,
        int arrivedToday,
        int servedToday,
        int abandonedToday,
        int noShowToday,
        @Nullable Double waitP50,
        @Nullable Double waitP90,
        long n,
        @Nullable Integer withinTarget,
        @Nullable ServiceLevel serviceLevel,
        @Nullable Integer waitTargetSeconds,
        Csat csat,
        @Nullable Observed observed,
        @Nullable Integer openCases,
        Instant lastFactAt,
        @Nullable Instant backfilledAt,
        long position) {

    /** One who waits: since when, and how long it should be at most. Services of one office differ in what they promise. */
    record NextDue(Instant queuedAt, int targetSeconds) {
        Instant dueAt() {
            return queuedAt.plusSeconds(targetSeconds);
        }
    }

    /**
     * @param formula its definition: {@code F4}, called within target / (called + left after target)
     * @param part those in time
     * @param whole those of whom they are a part
     */
    record ServiceLevel(io.dovira.events.metrics.ServiceLevel formula, long part, long whole) {
        private static final io.dovira.events.metrics.ServiceLevel SHOWN = io.dovira.events.metrics.ServiceLevel.F4;

        /** Null if there is nobody. Who left within the target does not enter the formula shown, and is not counted. */
        static @Nullable ServiceLevel of(long called, long within, long leftLate) {
            Counts counts = new Counts(called, within, leftLate, 0, 0);
            long whole = SHOWN.whole(counts);
            return whole == 0 ? null : new ServiceLevel(SHOWN, SHOWN.part(counts), whole);
        }

        ServiceLevel plus(ServiceLevel other) {
            return new ServiceLevel(formula, part + other.part, whole + other.whole);
        }
    }

    /** Answers with a rating today, and those of 4 or 5 among them. */
    record Csat(int n, int satisfied) {
        Csat plus(Csat other) {
            return new Csat(n + other.n, satisfied + other.satisfied);
        }
    }

    /**
     * The queues of the day of the newest observation, each as last seen.
     *
     * @param waiting people in all of them
     * @param openDesks most open desks that one of them has: desks serve several queues, so a sum would count them twice
     */
    record Observed(int waiting, int openDesks, Instant at) {}
}
