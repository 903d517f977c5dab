package io.dovira.command.visits;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.DeskId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.offices.Office;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitCorrected;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Corrections: of what the corrector has seen ({@code was}), to something that could have happened. After it, each time of the visit is still
 * not before the one that precedes it, and no hold is longer than the service that it interrupted.
 */
final class CorrectionDecider {
    private CorrectionDecider() {}

    static Decision decide(Visit visit, CorrectVisit correct, VisitPremises premises) {
        if (premises.actor().equals(correct.approvedBy())) {
            return Decision.refuse(
                    VisitReason.SECOND_PERSON_NEEDED, "Whoever corrects cannot be the one who agreed to it.");
        }
        if (correct.leg() < 1 || correct.leg() > visit.legs().size()) {
            return Decision.refuse(
                    VisitReason.LEG_UNKNOWN, "Visit " + visit.id() + " has no leg " + correct.leg() + ".");
        }
        if (!premises.eventIds().contains(correct.ofEvent())) {
            return Decision.refuse(
                    VisitReason.EVENT_UNKNOWN,
                    "Event " + correct.ofEvent() + " is not one of visit " + visit.id() + ".");
        }
        Leg leg = visit.leg(correct.leg());
        String now = leg.text(correct.field()).orElse("");
        String was;
        String is;
        try {
            was = canonical(correct.field(), correct.was());
            is = canonical(correct.field(), correct.is());
        } catch (IllegalArgumentException | DateTimeException e) {
            return Decision.refuse(
                    VisitReason.VALUE_UNREADABLE, correct.field() + " cannot be read: " + e.getMessage() + ".");
        }
        if (!was.equals(now)) {
            return Decision.refuse(
                    VisitReason.WAS_DIFFERS,
                    correct.field() + " of leg " + leg.number() + " says " + (now.isEmpty() ? "nothing" : now)
                            + ", not " + was + ".");
        }
        if (is.equals(now)) {
            return Decision.refuse(VisitReason.NOTHING_CHANGED, correct.field() + " says " + now + " already.");
        }
        VisitCorrected fact = new VisitCorrected(
                visit.id(),
                correct.ofEvent(),
                leg.number(),
                correct.field(),
                now,
                is,
                correct.reason(),
                correct.approvedBy());
        return unfit(leg, correct.field(), is, premises.office())
                .or(() -> outOfOrder(Visit.evolve(visit, fact, premises.moment().occurredAt()), premises))
                .orElseGet(() -> Decision.accept(fact));
    }

    private static String canonical(CorrectedField field, String text) {
        return switch (field) {
            case QUEUED_AT, CALLED_AT, STARTED_AT, ENDED_AT ->
                Instant.parse(text).truncatedTo(ChronoUnit.MILLIS).toString();
            case SERVICE -> new ServiceId(text).value();
            case DESK -> new DeskId(text).value();
            case STAFF -> new StaffId(text).value();
        };
    }

    private static Optional<Decision> unfit(Leg leg, CorrectedField field, String is, @Nullable Office office) {
        return switch (field) {
            case QUEUED_AT, CALLED_AT, STARTED_AT, ENDED_AT -> Optional.empty();
            case SERVICE ->
                office != null && office.service(new ServiceId(is)).isPresent()
                        ? Optional.empty()
                        : refuse(VisitReason.SERVICE_NOT_OFFERED, "The office has never offered " + is + ".");
            // While it is open, the desk's own stream says who is where; a correction cannot move an engagement.
            case DESK, STAFF -> {
                if (!leg.state().isEnded()) {
                    yield refuse(VisitReason.LEG_ACTIVE, "Leg " + leg.number() + " has not ended.");
                }
                yield field == CorrectedField.STAFF
                                || (office != null
                                        && office.desk(new DeskId(is)).isPresent())
                        ? Optional.empty()
                        : refuse(VisitReason.DESK_UNKNOWN, "The office has never had a desk " + is + ".");
            }
        };
    }

    private static Optional<Decision> outOfOrder(Visit after, VisitPremises premises) {
        List<Instant> times = new ArrayList<>();
        times.add(after.arrivedAt());
        for (Leg leg : after.legs()) {
            times.add(leg.queuedAt());
            addIfKnown(times, leg.calledAt());
            addIfKnown(times, leg.startedAt());
            addIfKnown(times, leg.heldAt());
            addIfKnown(times, leg.endedAt());
            Instant serviceEnd = leg.heldAt() != null ? leg.heldAt() : leg.endedAt();
            if (leg.startedAt() != null
                    && serviceEnd != null
                    && Duration.between(leg.startedAt(), serviceEnd).compareTo(leg.held()) < 0) {
                return refuse(
                        VisitReason.ORDER_BROKEN,
                        "Leg " + leg.number() + " was on hold for " + leg.held() + ", longer than its service then.");
            }
        }
        for (int i = 1; i < times.size(); i++) {
            if (times.get(i).isBefore(times.get(i - 1))) {
                return refuse(VisitReason.ORDER_BROKEN, times.get(i) + " would come after " + times.get(i - 1) + ".");
            }
        }
        return times.getLast().isAfter(premises.moment().now().plus(Moment.TOLERANCE))
                ? refuse(VisitReason.ORDER_BROKEN, times.getLast() + " has not come yet.")
                : Optional.empty();
    }

    private static void addIfKnown(List<Instant> times, @Nullable Instant time) {
        if (time != null) {
            times.add(time);
        }
    }

    private static Optional<Decision> refuse(VisitReason reason, String detail) {
        return Optional.of(Decision.refuse(reason, detail));
    }
}
