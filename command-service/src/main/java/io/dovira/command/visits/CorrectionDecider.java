package io.dovira.command.visits;

import io.dovira.command.corrections.CorrectionReason;
import io.dovira.command.corrections.CorrectionRules;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.Reason;
import io.dovira.events.DeskId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitCorrectionProposed;
import io.dovira.events.visits.VisitCorrectionRejected;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Corrections: of what the corrector has seen ({@code was}), to something that could have happened. After it, each time of the visit is still
 * not before the one that precedes it, and no hold is longer than the service that it interrupted. Where the policy asks for a second person, the first one
 * only proposes, and what is proposed changes nothing until another one has signed.
 */
final class CorrectionDecider {
    private CorrectionDecider() {}

    static Decision decide(Visit visit, CorrectVisit correct, VisitPremises premises) {
        if (correct.leg() < 1 || correct.leg() > visit.legs().size()) {
            return Decision.refuse(
                    VisitReason.LEG_UNKNOWN, "Visit " + visit.id() + " has no leg " + correct.leg() + ".");
        }
        return CorrectionRules.read(
                name(visit),
                premises.eventIds(),
                correct,
                text -> canonical(correct.field(), text),
                (was, is) -> decide(visit, correct, was, is, premises));
    }

    private static Decision decide(Visit visit, CorrectVisit correct, String was, String is, VisitPremises premises) {
        Decision decision = settle(
                visit,
                new VisitCorrected(
                        visit.id(),
                        correct.ofEvent(),
                        correct.leg(),
                        correct.field(),
                        was,
                        is,
                        correct.reason(),
                        null,
                        null,
                        null),
                premises);
        return decision instanceof Decision.Accepted && needsSecondPerson(correct.field(), was, is, premises)
                ? Decision.accept(new VisitCorrectionProposed(
                        visit.id(),
                        visit.corrections().proposed() + 1,
                        correct.ofEvent(),
                        correct.leg(),
                        correct.field(),
                        was,
                        is,
                        correct.reason(),
                        premises.actor()))
                : decision;
    }

    /** What was possible when it was proposed may not be any more. */
    static Decision approve(Visit visit, ApproveVisitCorrection approve, VisitPremises premises) {
        return CorrectionRules.signed(
                name(visit),
                visit.corrections(),
                approve.number(),
                premises.actor(),
                proposal -> settle(
                        visit,
                        new VisitCorrected(
                                visit.id(),
                                proposal.ofEventId(),
                                Objects.requireNonNull(proposal.leg()),
                                CorrectedField.valueOf(proposal.field()),
                                proposal.was(),
                                proposal.is(),
                                proposal.reason(),
                                proposal.number(),
                                proposal.proposedBy(),
                                premises.actor()),
                        premises));
    }

    static Decision reject(Visit visit, RejectVisitCorrection reject, VisitPremises premises) {
        return CorrectionRules.signed(
                name(visit),
                visit.corrections(),
                reject.number(),
                premises.actor(),
                proposal ->
                        Decision.accept(new VisitCorrectionRejected(visit.id(), proposal.number(), reject.reason())));
    }

    private static String name(Visit visit) {
        return "visit " + visit.id();
    }

    private static boolean needsSecondPerson(CorrectedField field, String was, String is, VisitPremises premises) {
        return premises.policies()
                .at(KnownPolicies.VISIT_CORRECTION_APPROVAL, premises.moment().now())
                .filter(policy -> CorrectionRules.isWeighty(policy, field.isTime(), was, is))
                .isPresent();
    }

    private static Decision settle(Visit visit, VisitCorrected fact, VisitPremises premises) {
        Leg leg = visit.leg(fact.leg());
        String now = leg.text(fact.field()).orElse("");
        return CorrectionRules.unseen(fact.field(), fact.was(), fact.is(), now)
                .or(() -> unfit(leg, fact.field(), fact.is(), premises.office()))
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
                        CorrectionReason.ORDER_BROKEN,
                        "Leg " + leg.number() + " was on hold for " + leg.held() + ", longer than its service then.");
            }
        }
        for (int i = 1; i < times.size(); i++) {
            if (times.get(i).isBefore(times.get(i - 1))) {
                return refuse(
                        CorrectionReason.ORDER_BROKEN, times.get(i) + " would come after " + times.get(i - 1) + ".");
            }
        }
        return times.getLast().isAfter(premises.moment().now().plus(Moment.TOLERANCE))
                ? refuse(CorrectionReason.ORDER_BROKEN, times.getLast() + " has not come yet.")
                : Optional.empty();
    }

    private static void addIfKnown(List<Instant> times, @Nullable Instant time) {
        if (time != null) {
            times.add(time);
        }
    }

    private static Optional<Decision> refuse(Reason reason, String detail) {
        return Optional.of(Decision.refuse(reason, detail));
    }
}
