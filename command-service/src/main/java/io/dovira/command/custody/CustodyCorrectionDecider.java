package io.dovira.command.custody;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.CellId;
import io.dovira.events.Fact;
import io.dovira.events.PolicyId;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyField;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.PhaseSince;
import io.dovira.events.custody.Proposal;
import io.dovira.events.custody.RecordFact.CorrectionProposed;
import io.dovira.events.custody.RecordFact.CorrectionRejected;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.events.policies.Policy;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Corrections: of what the corrector has seen ({@code was}), to something that could have happened. Where the policy asks for a second person, the first
 * one only proposes, and what is proposed changes nothing until another one has signed.
 */
final class CustodyCorrectionDecider {
    private static final PolicyId APPROVAL = new PolicyId("custody-correction-approval");

    private CustodyCorrectionDecider() {}

    static Decision decide(Custody custody, CorrectEntry correct, CustodyPremises premises) {
        if (!premises.eventIds().contains(correct.ofEvent())) {
            return Decision.refuse(
                    CustodyReason.EVENT_UNKNOWN,
                    "Event " + correct.ofEvent() + " is not one of record " + custody.id() + ".");
        }
        String was;
        String is;
        try {
            was = canonical(correct.field(), correct.was());
            is = canonical(correct.field(), correct.is());
        } catch (IllegalArgumentException | DateTimeException e) {
            return Decision.refuse(
                    CustodyReason.VALUE_UNREADABLE, correct.field() + " cannot be read: " + e.getMessage() + ".");
        }
        if (is.equals(was)) {
            return Decision.refuse(CustodyReason.NOTHING_CHANGED, correct.field() + " says " + was + " already.");
        }
        if (needsSecondPerson(custody, correct.field(), was, is, premises)) {
            CorrectionProposed proposal = new CorrectionProposed(
                    custody.id(),
                    custody.proposed() + 1,
                    correct.ofEvent(),
                    correct.field(),
                    was,
                    is,
                    correct.reason(),
                    premises.actor());
            return impossible(custody, correct.field(), was, is, premises).orElseGet(() -> Decision.accept(proposal));
        }
        return settle(
                custody,
                new EntryCorrected(
                        custody.id(), correct.ofEvent(), correct.field(), was, is, correct.reason(), null, null),
                premises);
    }

    static Decision approve(Custody custody, ApproveCorrection approve, CustodyPremises premises) {
        return waiting(
                custody,
                approve.number(),
                premises,
                proposal -> settle(
                        custody,
                        new EntryCorrected(
                                custody.id(),
                                proposal.ofEventId(),
                                proposal.field(),
                                proposal.was(),
                                proposal.is(),
                                proposal.reason(),
                                proposal.number(),
                                premises.actor()),
                        premises));
    }

    static Decision reject(Custody custody, RejectCorrection reject, CustodyPremises premises) {
        return waiting(
                custody,
                reject.number(),
                premises,
                proposal -> Decision.accept(new CorrectionRejected(custody.id(), proposal.number(), reject.reason())));
    }

    private interface Settling {
        Decision of(Proposal proposal);
    }

    private static Decision waiting(Custody custody, int number, CustodyPremises premises, Settling settling) {
        Proposal proposal = custody.proposal(number).orElse(null);
        if (proposal == null) {
            return Decision.refuse(
                    CustodyReason.CORRECTION_UNKNOWN,
                    "No correction " + number + " of record " + custody.id() + " waits.");
        }
        return proposal.proposedBy().equals(premises.actor())
                ? Decision.refuse(
                        CustodyReason.SECOND_PERSON_NEEDED, "Whoever proposed the correction cannot decide on it.")
                : settling.of(proposal);
    }

    private static Decision settle(Custody custody, EntryCorrected corrected, CustodyPremises premises) {
        return impossible(custody, corrected.field(), corrected.was(), corrected.is(), premises)
                .orElseGet(() -> {
                    Custody after =
                            Custody.evolve(custody, corrected, premises.moment().occurredAt());
                    return Decision.accept(ClockDecider.with(corrected, custody, after, premises)
                            .toArray(Fact[]::new));
                });
    }

    private static Optional<Decision> impossible(
            Custody custody, CustodyField field, String was, String is, CustodyPremises premises) {
        String now = custody.text(field).orElse("");
        boolean seen = field.isTime() ? custody.times(field).contains(Instant.parse(was)) : was.equals(now);
        if (field != CustodyField.REMARK && !seen) {
            return refuse(
                    CustodyReason.WAS_DIFFERS,
                    field + " says " + (now.isEmpty() ? "nothing" : now) + ", not " + was + ".");
        }
        return field.isTime() ? outOfOrder(custody, field, was, is, premises) : Optional.empty();
    }

    private static Optional<Decision> outOfOrder(
            Custody custody, CustodyField field, String was, String is, CustodyPremises premises) {
        Instant to = Instant.parse(is);
        if (to.isAfter(premises.moment().now().plus(Moment.TOLERANCE))) {
            return refuse(CustodyReason.ORDER_BROKEN, to + " has not come yet.");
        }
        EntryCorrected asIf = new EntryCorrected(custody.id(), "", field, was, is, "as if", null, null);
        Custody after = Custody.evolve(custody, asIf, premises.moment().occurredAt());
        @Nullable Instant last = null;
        for (PhaseSince each : after.phases()) {
            if (last != null && each.since().isBefore(last)) {
                return refuse(
                        CustodyReason.ORDER_BROKEN,
                        each.phase() + " at " + each.since() + " would come after " + last + ".");
            }
            last = each.since();
        }
        return to.isBefore(after.apprehendedAt())
                ? refuse(CustodyReason.ORDER_BROKEN, to + " is before the apprehension, " + after.apprehendedAt() + ".")
                : Optional.empty();
    }

    /** A time that moves less than the policy says needs none; anything else does, and so does everything in a sealed record. */
    private static boolean needsSecondPerson(
            Custody custody, CustodyField field, String was, String is, CustodyPremises premises) {
        Policy policy =
                premises.policies().at(APPROVAL, premises.moment().now()).orElse(null);
        if (policy == null) {
            return false;
        }
        if (custody.phase() == Phase.SEALED || !field.isTime()) {
            return true;
        }
        Duration moved = Duration.between(Instant.parse(was), Instant.parse(is)).abs();
        return moved.compareTo(Duration.ofSeconds(policy.requireLimit().amount())) > 0;
    }

    private static String canonical(CustodyField field, String text) {
        if (field.isTime()) {
            return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS).toString();
        }
        return switch (field) {
            case GROUND -> DetentionGround.valueOf(text).name();
            case CELL -> new CellId(text).value();
            default -> text;
        };
    }

    private static Optional<Decision> refuse(CustodyReason reason, String detail) {
        return Optional.of(Decision.refuse(reason, detail));
    }
}
