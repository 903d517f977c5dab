package io.dovira.command.custody;

import io.dovira.command.platform.Decision;
import io.dovira.events.Fact;
import io.dovira.events.custody.ArrivalFact;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.CareFact;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.HealthFact;
import io.dovira.events.custody.LegalAidFact;
import io.dovira.events.custody.LegalAidFact.ConsultationEnded;
import io.dovira.events.custody.LegalAidFact.ConsultationStarted;
import io.dovira.events.custody.LocationFact;
import io.dovira.events.custody.LocationFact.BroughtToCourt;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.LocationFact.Destination;
import io.dovira.events.custody.LocationFact.Returned;
import io.dovira.events.custody.LocationFact.TakenOut;
import io.dovira.events.custody.LocationFact.Transferred;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.ProcedureFact;
import io.dovira.events.custody.ProcedureFact.ComplaintMade;
import io.dovira.events.custody.ProcedureFact.InterviewOfDetaineeHeld;
import io.dovira.events.custody.ProcedureFact.InterviewOfOfficerHeld;
import io.dovira.events.custody.ProcedureFact.PropertyReturned;
import io.dovira.events.custody.ProcedureFact.QuestioningEnded;
import io.dovira.events.custody.ProcedureFact.QuestioningStarted;
import io.dovira.events.custody.RecordFact;
import io.dovira.events.custody.RecordFact.CopyDisclosed;
import io.dovira.events.custody.RecordFact.CustodyRecordSealed;
import io.dovira.events.custody.RecordFact.LateEntryMade;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.custody.RecordFact.RecordAccessed;
import io.dovira.events.custody.RelativesFact;
import io.dovira.events.custody.RightsFact;
import io.dovira.events.custody.UnitFact.PersonAdmitted;
import io.dovira.events.custody.UnitFact.PersonLeft;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Entries. What moves the person on follows the newest move; everything else is judged by the phase in which it happened, so that a cell visit of 03:10
 * is taken at 07:00 too, when the person is at court.
 */
final class EntryDecider {
    private static final Set<Phase> HELD = EnumSet.range(Phase.APPREHENDED, Phase.IN_TRANSFER);
    private static final Set<Phase> IN_THE_UNIT = EnumSet.of(Phase.DELIVERED, Phase.OPEN);
    private static final Set<Phase> OUT = EnumSet.of(Phase.AT_COURT, Phase.AT_HOSPITAL, Phase.IN_TRANSFER);
    private static final Set<Phase> GONE = EnumSet.of(Phase.RELEASED, Phase.HANDED_OVER);
    private static final Set<Phase> NOT_SEALED = EnumSet.range(Phase.APPREHENDED, Phase.HANDED_OVER);
    private static final Set<Phase> ANY = EnumSet.allOf(Phase.class);

    private EntryDecider() {}

    static Decision decide(Custody custody, CustodyFact entry, CustodyPremises premises) {
        Set<Phase> fit = fit(entry);
        if (custody.phase() == Phase.SEALED && !fit.contains(Phase.SEALED)) {
            return Decision.refuse(
                    CustodyReason.RECORD_SEALED,
                    "Record " + custody.id() + " was sealed at " + custody.phaseSince()
                            + ". It takes late entries, corrections and disclosures.");
        }
        if (isMove(entry)) {
            return fit.contains(custody.phase())
                    ? premises.moment().notBefore(custody.phaseSince(), () -> accept(custody, entry, premises))
                    : unfit(custody.id() + " is " + custody.phase() + " since " + custody.phaseSince(), fit);
        }
        return custody.phaseAt(premises.moment().occurredAt())
                .map(then -> fit.contains(then)
                        ? inItsPhase(custody, entry, premises)
                        : unfit(
                                custody.id() + " was " + then + " at "
                                        + premises.moment().occurredAt(),
                                fit))
                .orElseGet(() -> Decision.refuse(
                        CustodyReason.NOT_HELD_THEN,
                        "The person was apprehended at " + custody.apprehendedAt() + ", after "
                                + premises.moment().occurredAt() + "."));
    }

    private static Decision inItsPhase(Custody custody, CustodyFact entry, CustodyPremises premises) {
        if (entry instanceof LateEntryMade && !premises.moment().given()) {
            return Decision.refuse(CustodyReason.TIME_MISSING, "Give occurredAt.");
        }
        return contradiction(custody, entry).orElseGet(() -> accept(custody, entry, premises));
    }

    /** Whether it may be entered now, as something that happens or, unless it is a move, has happened in the stay so far. */
    static boolean isPossible(Custody custody, CustodyFact entry) {
        boolean onlyNow = custody.phase() == Phase.SEALED || isMove(entry);
        boolean fits = onlyNow
                ? fits(custody.phase(), entry)
                : custody.phases().stream().anyMatch(each -> fits(each.phase(), entry));
        return fits && contradiction(custody, entry).isEmpty();
    }

    /** Whether it happens in this phase. */
    static boolean fits(Phase phase, CustodyFact entry) {
        return fit(entry).contains(phase);
    }

    /** What the phase alone does not say. */
    private static Optional<Decision> contradiction(Custody custody, CustodyFact entry) {
        if (entry instanceof CellVisitDone && custody.cell() == null) {
            return refuse(CustodyReason.NO_CELL, "No cell is assigned to " + custody.id() + ".");
        }
        boolean again = (entry instanceof ConsultationStarted && custody.consulting())
                || (entry instanceof QuestioningStarted && custody.questioning());
        boolean never = (entry instanceof ConsultationEnded && !custody.consulting())
                || (entry instanceof QuestioningEnded && !custody.questioning());
        return again || never
                ? refuse(CustodyReason.CUSTODY_STATE, again ? "It has begun already." : "It has not begun.")
                : Optional.empty();
    }

    private static Decision accept(Custody custody, CustodyFact entry, CustodyPremises premises) {
        Custody after = Custody.evolve(custody, entry, premises.moment().occurredAt());
        List<Fact> facts = new ArrayList<>(ClockDecider.with(entry, custody, after, premises));
        if (entry instanceof PersonDelivered) {
            facts.add(new PersonAdmitted(custody.office(), custody.id(), custody.person()));
        }
        if (!after.phase().isHeld() && custody.phase().isHeld() && custody.phase() != Phase.APPREHENDED) {
            facts.add(new PersonLeft(custody.office(), custody.id()));
        }
        return Decision.accept(facts.toArray(Fact[]::new));
    }

    private static boolean isMove(CustodyFact entry) {
        return switch (entry) {
            case ArrivalFact ignored -> true;
            case LocationFact where -> !(where instanceof CellAssigned);
            case RecordFact what -> what instanceof PersonReleased || what instanceof CustodyRecordSealed;
            case RightsFact ignored -> false;
            case LegalAidFact ignored -> false;
            case RelativesFact ignored -> false;
            case HealthFact ignored -> false;
            case CareFact ignored -> false;
            case ProcedureFact ignored -> false;
        };
    }

    /** The phases in which it may happen. */
    private static Set<Phase> fit(CustodyFact entry) {
        return switch (entry) {
            case ArrivalFact arrival -> fit(arrival);
            case RightsFact ignored -> HELD;
            case LegalAidFact ignored -> HELD;
            case RelativesFact ignored -> HELD;
            case HealthFact ignored -> NOT_SEALED;
            case CareFact care -> care instanceof CellVisitDone ? IN_THE_UNIT : HELD;
            case LocationFact where -> fit(where);
            case ProcedureFact act -> fit(act);
            case RecordFact what -> fit(what);
        };
    }

    private static Set<Phase> fit(ArrivalFact arrival) {
        return switch (arrival) {
            case PersonApprehended ignored -> EnumSet.noneOf(Phase.class);
            case PersonDelivered ignored -> EnumSet.of(Phase.APPREHENDED);
            case CustodyRecordOpened ignored -> EnumSet.of(Phase.DELIVERED);
        };
    }

    private static Set<Phase> fit(LocationFact where) {
        return switch (where) {
            case CellAssigned ignored -> IN_THE_UNIT;
            case TakenOut out -> out.to() == Destination.HOSPITAL ? IN_THE_UNIT : EnumSet.of(Phase.OPEN);
            case BroughtToCourt ignored -> EnumSet.of(Phase.OPEN);
            case Returned ignored -> OUT;
            case Transferred ignored -> EnumSet.range(Phase.DELIVERED, Phase.IN_TRANSFER);
        };
    }

    private static Set<Phase> fit(ProcedureFact act) {
        return switch (act) {
            case InterviewOfDetaineeHeld ignored -> IN_THE_UNIT;
            case InterviewOfOfficerHeld ignored -> IN_THE_UNIT;
            case ComplaintMade ignored -> NOT_SEALED;
            case ProcedureFact.ComplaintRegistered ignored -> NOT_SEALED;
            case PropertyReturned ignored -> NOT_SEALED;
            case ProcedureFact.SearchDone ignored -> HELD;
            case ProcedureFact.PropertyLogged ignored -> HELD;
            case ProcedureFact.UseOfForceRecorded ignored -> HELD;
            case QuestioningStarted ignored -> HELD;
            case QuestioningEnded ignored -> HELD;
            case ProcedureFact.ReviewDone ignored -> HELD;
            case ProcedureFact.CourtRuled ignored -> HELD;
        };
    }

    private static Set<Phase> fit(RecordFact what) {
        return switch (what) {
            case PersonReleased ignored -> HELD;
            case CustodyRecordSealed ignored -> GONE;
            case CopyDisclosed ignored -> ANY;
            case RecordAccessed ignored -> ANY;
            case LateEntryMade ignored -> ANY;
            // These are recorded by other commands.
            case RecordFact.ClockStarted ignored -> EnumSet.noneOf(Phase.class);
            case RecordFact.CorrectionProposed ignored -> EnumSet.noneOf(Phase.class);
            case RecordFact.CorrectionRejected ignored -> EnumSet.noneOf(Phase.class);
            case RecordFact.EntryCorrected ignored -> EnumSet.noneOf(Phase.class);
            case RecordFact.PersonHandedOver ignored -> EnumSet.noneOf(Phase.class);
        };
    }

    private static Decision unfit(String how, Set<Phase> fit) {
        return Decision.refuse(CustodyReason.CUSTODY_STATE, how + "; this happens when it is one of " + fit + ".");
    }

    private static Optional<Decision> refuse(CustodyReason reason, String detail) {
        return Optional.of(Decision.refuse(reason, detail));
    }
}
