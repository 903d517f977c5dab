package io.dovira.query.live;

import io.dovira.events.Meta;
import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.offices.BreakEnded;
import io.dovira.events.offices.BreakStarted;
import io.dovira.events.offices.DeskClosed;
import io.dovira.events.offices.DeskDismantled;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.offices.DeskReleased;
import io.dovira.query.live.LiveVisit.OpenLeg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What goes on in one office now.
 *
 * @param origin of the office's newest fact; SIMULATED from the first simulated one on, because what people record in between makes no real figures of its own
 * @param legs open legs, in the order in which they were queued
 * @param desks as their last fact left them, by id
 * @param queues last observation of each queue, by id
 * @param ratings last answers, newest first
 * @param casesOpened cases that were ever opened
 * @param casesClosed those that are closed
 * @param lastFactAt when the newest fact happened
 * @param backfilledAt when the newest fact was recorded, if it was told with a whole history; null if it was told as it happened
 * @param facts how many facts it is made of
 */
record Board(
        String office,
        Origin origin,
        List<OpenLeg> legs,
        List<DeskNow> desks,
        List<QueueNow> queues,
        List<Rating> ratings,
        int casesOpened,
        int casesClosed,
        Instant lastFactAt,
        @Nullable Instant backfilledAt,
        long facts) {

    private static final int MOST_RATINGS = 20;

    Board {
        legs = List.copyOf(legs);
        desks = List.copyOf(desks);
        queues = List.copyOf(queues);
        ratings = List.copyOf(ratings);
    }

    /** What a desk's own facts tell of it; whether an engaged desk calls or serves, the visit tells. */
    enum DeskStatus {
        CLOSED,
        FREE,
        BREAK,
        ENGAGED
    }

    record DeskNow(
            String id,
            DeskStatus status,
            @Nullable String staff,
            @Nullable String visit,
            Instant since) {

        /** Whether somebody sits there who is not on a break. */
        boolean isStaffed() {
            return status == DeskStatus.FREE || status == DeskStatus.ENGAGED;
        }
    }

    /** @param at when it was observed */
    record QueueNow(String id, int waiting, int openDesks, Instant at) {}

    record Rating(
            Instant at,
            @Nullable Integer csat,
            @Nullable Integer nps,
            @Nullable String comment,
            @Nullable String service) {}

    static Board empty(String office, Origin origin, Instant at) {
        return new Board(office, origin, List.of(), List.of(), List.of(), List.of(), 0, 0, at, null, 0);
    }

    /** The board after one more fact; one that comes late does not set the clock back. */
    Board after(Recorded<?> recorded) {
        Instant at = recorded.occurredAt();
        Meta meta = recorded.meta();
        return new Board(
                office,
                origin == Origin.SIMULATED ? origin : meta.origin(),
                legs,
                desks,
                queues,
                ratings,
                casesOpened,
                casesClosed,
                at.isAfter(lastFactAt) ? at : lastFactAt,
                meta.backfilled() ? recorded.recordedAt() : null,
                facts + 1);
    }

    /** The visit's open leg is this one now, or none any more. */
    Board withLeg(String visit, @Nullable OpenLeg leg) {
        List<OpenLeg> all = new ArrayList<>(legs);
        all.removeIf(open -> open.visit().equals(visit));
        if (leg != null) {
            all.add(leg);
            all.sort(Comparator.comparing(OpenLeg::queuedAt).thenComparing(OpenLeg::visit));
        }
        return new Board(
                office, origin, all, desks, queues, ratings, casesOpened, casesClosed, lastFactAt, backfilledAt, facts);
    }

    /** As its last fact left it; null if there was none. */
    @Nullable
    DeskNow desk(String id) {
        return desks.stream().filter(desk -> desk.id().equals(id)).findFirst().orElse(null);
    }

    Board withDesk(DeskFact fact, Instant at) {
        DeskNow before = desk(fact.desk().value());
        String staff = before == null ? null : before.staff();
        String id = fact.desk().value();
        // Time that was counted already would be counted again if a fact that comes late set the clock back.
        Instant since = before != null && before.since().isAfter(at) ? before.since() : at;
        DeskNow now = switch (fact) {
            case DeskOpened f -> new DeskNow(id, DeskStatus.FREE, f.staff().value(), null, since);
            case BreakStarted f -> new DeskNow(id, DeskStatus.BREAK, f.staff().value(), null, since);
            case BreakEnded f -> new DeskNow(id, DeskStatus.FREE, f.staff().value(), null, since);
            case DeskEngaged f ->
                new DeskNow(id, DeskStatus.ENGAGED, staff, f.visit().value(), since);
            case DeskReleased ignored -> new DeskNow(id, DeskStatus.FREE, staff, null, since);
            case DeskClosed ignored -> new DeskNow(id, DeskStatus.CLOSED, null, null, since);
            case DeskDismantled ignored -> new DeskNow(id, DeskStatus.CLOSED, null, null, since);
        };
        List<DeskNow> all = replaced(desks, now, DeskNow::id);
        return new Board(
                office, origin, legs, all, queues, ratings, casesOpened, casesClosed, lastFactAt, backfilledAt, facts);
    }

    /** Sources are polled and may repeat themselves or come late: the newest observation of a queue stays. */
    Board withQueue(QueueNow observed) {
        boolean older = queues.stream()
                .anyMatch(
                        queue -> queue.id().equals(observed.id()) && queue.at().isAfter(observed.at()));
        if (older) {
            return this;
        }
        List<QueueNow> all = replaced(queues, observed, QueueNow::id);
        return new Board(
                office, origin, legs, desks, all, ratings, casesOpened, casesClosed, lastFactAt, backfilledAt, facts);
    }

    Board withRating(Rating rating) {
        List<Rating> all = new ArrayList<>(ratings);
        all.add(rating);
        all.sort(Comparator.comparing(Rating::at).reversed());
        List<Rating> newest = all.subList(0, Math.min(MOST_RATINGS, all.size()));
        return new Board(
                office, origin, legs, desks, queues, newest, casesOpened, casesClosed, lastFactAt, backfilledAt, facts);
    }

    Board withCases(int opened, int closed) {
        return new Board(
                office,
                origin,
                legs,
                desks,
                queues,
                ratings,
                casesOpened + opened,
                casesClosed + closed,
                lastFactAt,
                backfilledAt,
                facts);
    }

    private static <T> List<T> replaced(List<T> items, T item, Function<T, String> id) {
        List<T> all = new ArrayList<>(items);
        all.removeIf(other -> id.apply(other).equals(id.apply(item)));
        all.add(item);
        all.sort(Comparator.comparing(id));
        return all;
    }
}
