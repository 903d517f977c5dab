package io.dovira.command.custody;

import io.dovira.command.corrections.CorrectionReason;
import io.dovira.command.corrections.CorrectionRules;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.CellId;
import io.dovira.events.Fact;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyField;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.PhaseSince;
import io.dovira.events.custody.RecordFact.CorrectionProposed;
import io.dovira.events.custody.RecordFact.CorrectionRejected;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.events.policies.KnownPolicies;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Corrections: of what the corrector has seen ({@code was}), to something that could have happened. Where the policy asks for a second person, the first
 * one only proposes, and what is proposed changes nothing until another one has signed.
 */
final class CustodyCorrectionDecider {
    private CustodyCorrectionDecider() {}

    static Decision decide(Custody custody, CorrectEntry correct, CustodyPremises premises) {
        return CorrectionRules.read(
                name(custody),
                premises.eventIds(),
                correct,
                text -> canonical(correct.field(), text),
                (was, is) -> decide(custody, correct, was, is, premises));
    }

    private static Decision decide(
            Custody custody, CorrectEntry correct, String was, String is, CustodyPremises premises) {
        if (is.equals(was)) {
            return CorrectionRules.unchanged(correct.field(), was);
        }
        if (needsSecondPerson(custody, correct.field(), was, is, premises)) {
            CorrectionProposed proposal = new CorrectionProposed(
                    custody.id(),
                    custody.corrections().proposed() + 1,
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
        return CorrectionRules.signed(
                name(custody),
                custody.corrections(),
                approve.number(),
                premises.actor(),
                proposal -> settle(
                        custody,
                        new EntryCorrected(
                                custody.id(),
                                proposal.ofEventId(),
                                CustodyField.valueOf(proposal.field()),
                                proposal.was(),
                                proposal.is(),
                                proposal.reason(),
                                proposal.number(),
                                premises.actor()),
                        premises));
    }

    static Decision reject(Custody custody, RejectCorrection reject, CustodyPremises premises) {
        return CorrectionRules.signed(
                name(custody),
                custody.corrections(),
                reject.number(),
                premises.actor(),
                proposal -> Decision.accept(new CorrectionRejected(custody.id(), proposal.number(), reject.reason())));
    }

    private static String name(Custody custody) {
        return "record " + custody.id();
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
            return Optional.of(CorrectionRules.differs(field, was, now));
        }
        return field.isTime() ? outOfOrder(custody, field, was, is, premises) : Optional.empty();
    }

    private static Optional<Decision> outOfOrder(
            Custody custody, CustodyField field, String was, String is, CustodyPremises premises) {
        Instant to = Instant.parse(is);
        if (to.isAfter(premises.moment().now().plus(Moment.TOLERANCE))) {
            return broken(to + " has not come yet.");
        }
        EntryCorrected asIf = new EntryCorrected(custody.id(), "", field, was, is, "as if", null, null);
        Custody after = Custody.evolve(custody, asIf, premises.moment().occurredAt());
        @Nullable Instant last = null;
        for (PhaseSince each : after.phases()) {
            if (last != null && each.since().isBefore(last)) {
                return broken(each.phase() + " at " + each.since() + " would come after " + last + ".");
            }
            last = each.since();
        }
        return to.isBefore(after.apprehendedAt())
                ? broken(to + " is before the apprehension, " + after.apprehendedAt() + ".")
                : Optional.empty();
    }

    /** As the policy says; and everything in a sealed record does. */
    private static boolean needsSecondPerson(
            Custody custody, CustodyField field, String was, String is, CustodyPremises premises) {
        return premises.policies()
                .at(KnownPolicies.CUSTODY_CORRECTION_APPROVAL, premises.moment().now())
                .filter(policy ->
                        custody.phase() == Phase.SEALED || CorrectionRules.isWeighty(policy, field.isTime(), was, is))
                .isPresent();
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

    private static Optional<Decision> broken(String detail) {
        return Optional.of(Decision.refuse(CorrectionReason.ORDER_BROKEN, detail));
    }
}
