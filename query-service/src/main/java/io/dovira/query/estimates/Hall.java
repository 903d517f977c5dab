package io.dovira.query.estimates;

import io.dovira.events.offices.BreakEnded;
import io.dovira.events.offices.BreakStarted;
import io.dovira.events.offices.DeskClosed;
import io.dovira.events.offices.DeskDismantled;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.offices.DeskReleased;
import io.dovira.events.visits.LegRecycled;
import io.dovira.events.visits.LegTransferred;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceHeld;
import io.dovira.events.visits.ServiceResumed;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.VisitClosedBySystem;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitCorrectionProposed;
import io.dovira.events.visits.VisitCorrectionRejected;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.events.visits.VisitorNoShow;
import io.dovira.events.visits.VisitorRecalled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What estimates rest on, in one office. Corrections do not change it: an estimate is judged by what was known when it was told, and by the call as it was
 * recorded.
 *
 * @param queue who waits, in the order in which they were queued
 * @param serving who was called and is not gone, by visit
 * @param desks with somebody at them who is not on a break, by id
 * @param services how long the last ones of each kind took
 * @param errors how far the last forecasts were off, in thousandths, the newest last
 */
record Hall(
        String office,
        List<Waiting> queue,
        List<Serving> serving,
        List<String> desks,
        List<Pace> services,
        List<Integer> errors) {

    static final int LONGEST_SECONDS = 8 * 3_600;

    /**
     * Nobody stands in line for longer. No visit is closed by itself: who went home when the office closed is open until somebody closes it, and is ahead of nobody the
     * next morning. Not "of another day": where the office never closes, the line goes on over midnight.
     */
    static final Duration LONGEST_IN_LINE = Duration.ofHours(12);

    private static final int MOST_PACES = 30;
    private static final int MOST_ERRORS = 60;

    Hall {
        queue = List.copyOf(queue);
        serving = List.copyOf(serving);
        desks = List.copyOf(desks);
        services = List.copyOf(services);
        errors = List.copyOf(errors);
    }

    /**
     * @param reserved for a certain desk or person: nobody else's turn, and no estimate
     * @param again called before, and back because nobody came: the wait was compared at the first call
     * @param estimate what was told; null if nothing could be
     */
    record Waiting(
            String visit,
            int leg,
            String service,
            Instant queuedAt,
            boolean reserved,
            boolean again,
            @Nullable Estimate estimate) {
        Duration until(Instant called) {
            return Duration.between(queuedAt, called);
        }

        /** Whether somebody who comes then finds this one in the line for any desk. */
        boolean isInLine(Instant at) {
            return !reserved
                    && !queuedAt.isAfter(at)
                    && queuedAt.plus(LONGEST_IN_LINE).isAfter(at);
        }
    }

    /** Who is at a desk, or on the way to it. */
    record Serving(String visit, int leg, String service, Instant queuedAt, String desk, Instant calledAt) {}

    /** @param seconds from the call to the end, the newest last */
    record Pace(String service, List<Integer> seconds) {
        Pace {
            seconds = List.copyOf(seconds);
        }
    }

    static Hall empty(String office) {
        return new Hall(office, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    Hall after(DeskFact fact) {
        String desk = fact.desk().value();
        return switch (fact) {
            case DeskOpened ignored -> withDesk(desk, true);
            case BreakEnded ignored -> withDesk(desk, true);
            case BreakStarted ignored -> withDesk(desk, false);
            case DeskClosed ignored -> withDesk(desk, false);
            case DeskDismantled ignored -> withDesk(desk, false);
            case DeskEngaged ignored -> this;
            case DeskReleased ignored -> this;
        };
    }

    /**
     * The hall after one more fact of a visit; what does not fit changes nothing.
     *
     * @param told whether somebody could be told an estimate when it happened: it was recorded at once
     */
    Hall after(VisitFact fact, Instant at, boolean told) {
        String visit = fact.visit().value();
        return switch (fact) {
            case VisitorArrived ignored -> this;
            case TicketIssued f -> without(visit).queued(visit, 1, f.service().value(), at, false, told);
            case VisitorCalled f -> called(visit, f, at, told);
            case LegRecycled f -> recycled(visit, f.leg());
            case LegTransferred f ->
                ended(visit, f.leg(), at)
                        .queued(
                                visit,
                                f.leg() + 1,
                                f.toService().value(),
                                at,
                                f.toDesk() != null || f.toStaff() != null,
                                told);
            case ServiceFinished f -> ended(visit, f.leg(), at);
            case VisitorNoShow f -> ended(visit, f.leg(), at);
            case VisitorAbandoned ignored -> without(visit);
            case VisitClosedBySystem ignored -> without(visit);
            case VisitorRecalled ignored -> this;
            case ServiceStarted ignored -> this;
            case ServiceHeld ignored -> this;
            case ServiceResumed ignored -> this;
            case VisitCorrectionProposed ignored -> this;
            case VisitCorrectionRejected ignored -> this;
            case VisitCorrected ignored -> this;
        };
    }

    /** Who waits in this leg; null if nobody does. */
    @Nullable
    Waiting waiting(String visit, int leg) {
        return find(queue, one -> one.visit().equals(visit) && one.leg() == leg);
    }

    /** Who is to be called before somebody who waits for any desk. */
    int ahead(Waiting one, Instant now) {
        return (int) queue.subList(0, queue.indexOf(one)).stream()
                .filter(before -> before.isInLine(now))
                .count();
    }

    @Nullable
    Serving servingAt(String desk) {
        return find(serving, one -> one.desk().equals(desk));
    }

    List<Integer> paces(String service) {
        Pace known = find(services, pace -> pace.service().equals(service));
        return known == null ? List.of() : known.seconds();
    }

    List<Integer> allPaces() {
        return services.stream().flatMap(pace -> pace.seconds().stream()).toList();
    }

    private Hall queued(String visit, int leg, String service, Instant at, boolean reserved, boolean told) {
        Estimate estimate = told && !reserved ? Forecast.of(this, at) : null;
        return withQueue(added(queue, new Waiting(visit, leg, service, at, reserved, false, estimate), ORDER));
    }

    private Hall called(String visit, VisitorCalled fact, Instant at, boolean told) {
        Waiting one = waiting(visit, fact.leg());
        if (one == null) {
            return this;
        }
        Serving next = new Serving(
                visit, one.leg(), one.service(), one.queuedAt(), fact.desk().value(), at);
        Estimate estimate = one.estimate();
        Hall hall = without(visit);
        return new Hall(
                office,
                hall.queue,
                added(hall.serving, next, Comparator.comparing(Serving::visit)),
                desks,
                services,
                estimate == null || !told ? errors : newest(errors, estimate.error(one.until(at)), MOST_ERRORS));
    }

    /** Back in its old place; what was told stays compared with the first call. */
    private Hall recycled(String visit, int leg) {
        Serving one = find(serving, each -> each.visit().equals(visit) && each.leg() == leg);
        return one == null
                ? this
                : without(visit)
                        .withQueue(added(
                                queue,
                                new Waiting(visit, leg, one.service(), one.queuedAt(), false, true, null),
                                ORDER));
    }

    private Hall ended(String visit, int leg, Instant at) {
        Serving one = find(serving, each -> each.visit().equals(visit) && each.leg() == leg);
        Hall hall = without(visit);
        if (one == null) {
            return hall;
        }
        int took = Math.clamp(Duration.between(one.calledAt(), at).toSeconds(), 0, LONGEST_SECONDS);
        List<Pace> known = new ArrayList<>(services);
        known.removeIf(pace -> pace.service().equals(one.service()));
        Pace pace = new Pace(one.service(), newest(paces(one.service()), took, MOST_PACES));
        return new Hall(
                office,
                hall.queue,
                hall.serving,
                desks,
                added(known, pace, Comparator.comparing(Pace::service)),
                errors);
    }

    private Hall without(String visit) {
        return new Hall(
                office,
                queue.stream().filter(one -> !one.visit().equals(visit)).toList(),
                serving.stream().filter(one -> !one.visit().equals(visit)).toList(),
                desks,
                services,
                errors);
    }

    private Hall withQueue(List<Waiting> next) {
        return new Hall(office, next, serving, desks, services, errors);
    }

    private Hall withDesk(String desk, boolean works) {
        List<String> others = new ArrayList<>(desks);
        others.remove(desk);
        List<String> next = works ? added(others, desk, Comparator.naturalOrder()) : others;
        return new Hall(office, queue, serving, next, services, errors);
    }

    private static final Comparator<Waiting> ORDER =
            Comparator.comparing(Waiting::queuedAt).thenComparing(Waiting::visit);

    private static <T> @Nullable T find(List<T> all, Predicate<T> wanted) {
        for (T one : all) {
            if (wanted.test(one)) {
                return one;
            }
        }
        return null;
    }

    private static <T> List<T> added(List<T> sorted, T one, Comparator<? super T> order) {
        List<T> all = new ArrayList<>(sorted);
        all.add(one);
        all.sort(order);
        return all;
    }

    private static List<Integer> newest(List<Integer> known, int one, int most) {
        List<Integer> all = new ArrayList<>(known);
        all.add(one);
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
