package io.dovira.query.live;

import io.dovira.events.Origin;
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
 * @param waitTargetSeconds the target of the services on offer; null if there is none, or they differ
 * @param observed what an outside source last saw of its queues; null if there is no such source
 * @param openCases cases not closed; null if the office has no cases
 * @param lastFactAt when the newest fact happened
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
        @Nullable Integer waitTargetSeconds,
        Csat csat,
        @Nullable Observed observed,
        @Nullable Integer openCases,
        Instant lastFactAt,
        long position) {

    /** One who waits: since when, and how long it should be at most. Services of one office differ in what they promise. */
    record NextDue(Instant queuedAt, int targetSeconds) {
        Instant dueAt() {
            return queuedAt.plusSeconds(targetSeconds);
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
