package io.dovira.events.custody;

import io.dovira.events.CellId;
import io.dovira.events.corrections.Corrections;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.CareFact.MealOffered;
import io.dovira.events.custody.HealthFact.Fitness;
import io.dovira.events.custody.HealthFact.MedicalExamined;
import io.dovira.events.custody.HealthFact.MedicalRequested;
import io.dovira.events.custody.HealthFact.MedicationGiven;
import io.dovira.events.custody.HealthFact.VisibleInjuriesNoted;
import io.dovira.events.custody.LegalAidFact.ConsultationEnded;
import io.dovira.events.custody.LegalAidFact.ConsultationStarted;
import io.dovira.events.custody.LegalAidFact.LawyerArrived;
import io.dovira.events.custody.LegalAidFact.LawyerAssigned;
import io.dovira.events.custody.LegalAidFact.LegalAidNotified;
import io.dovira.events.custody.LocationFact.BroughtToCourt;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.LocationFact.Destination;
import io.dovira.events.custody.LocationFact.Returned;
import io.dovira.events.custody.LocationFact.TakenOut;
import io.dovira.events.custody.LocationFact.Transferred;
import io.dovira.events.custody.ProcedureFact.ComplaintMade;
import io.dovira.events.custody.ProcedureFact.ComplaintRegistered;
import io.dovira.events.custody.ProcedureFact.CourtRuled;
import io.dovira.events.custody.ProcedureFact.InterviewOfDetaineeHeld;
import io.dovira.events.custody.ProcedureFact.InterviewOfOfficerHeld;
import io.dovira.events.custody.ProcedureFact.PropertyLogged;
import io.dovira.events.custody.ProcedureFact.PropertyReturned;
import io.dovira.events.custody.ProcedureFact.QuestioningEnded;
import io.dovira.events.custody.ProcedureFact.QuestioningStarted;
import io.dovira.events.custody.ProcedureFact.ReviewDone;
import io.dovira.events.custody.ProcedureFact.SearchDone;
import io.dovira.events.custody.ProcedureFact.UseOfForceRecorded;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.custody.RecordFact.CopyDisclosed;
import io.dovira.events.custody.RecordFact.CorrectionProposed;
import io.dovira.events.custody.RecordFact.CorrectionRejected;
import io.dovira.events.custody.RecordFact.CustodyRecordSealed;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.events.custody.RecordFact.LateEntryMade;
import io.dovira.events.custody.RecordFact.PersonHandedOver;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.custody.RecordFact.RecordAccessed;
import io.dovira.events.custody.RelativesFact.NotificationDelayed;
import io.dovira.events.custody.RelativesFact.RelativesNotified;
import io.dovira.events.custody.RightsFact.ConsulateNotified;
import io.dovira.events.custody.RightsFact.InterpreterArrived;
import io.dovira.events.custody.RightsFact.RightsExplained;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link Custody} while it takes one fact. What duties come of it, {@link Tasks} tells. */
final class CustodyFold {
    private final Custody before;
    private final List<PhaseSince> phases;
    private final List<Happened> acts;
    private final List<Clock> clocks;
    private DetentionGround ground;
    private @Nullable CellId cell;
    private Custody.@Nullable Observed observed;
    private RelativesFact.@Nullable DelayGround delayed;
    private boolean consulting;
    private boolean questioning;
    private Corrections corrections;

    private CustodyFold(Custody before) {
        this.before = before;
        phases = new ArrayList<>(before.phases());
        acts = new ArrayList<>(before.acts());
        clocks = new ArrayList<>(before.clocks());
        ground = before.ground();
        cell = before.cell();
        observed = before.observed();
        delayed = before.delayed();
        consulting = before.consulting();
        questioning = before.questioning();
        corrections = before.corrections();
    }

    static CustodyFold of(Custody before) {
        return new CustodyFold(before);
    }

    static Custody apprehended(PersonApprehended f, Instant at) {
        CustodyFold fold = new CustodyFold(new Custody(
                f.custody(),
                f.person(),
                f.office(),
                f.ground(),
                f.minor(),
                f.foreigner(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                false,
                false,
                Corrections.NONE,
                0));
        fold.happened(Act.APPREHENDED, at);
        return fold.done();
    }

    Custody done() {
        return new Custody(
                before.id(),
                before.person(),
                before.office(),
                ground,
                before.minor(),
                before.foreigner(),
                phases,
                acts,
                clocks,
                Tasks.of(ground, before.foreigner(), acts, clocks),
                cell,
                observed,
                delayed,
                consulting,
                questioning,
                corrections,
                before.facts() + 1);
    }

    CustodyFold take(CustodyFact fact, Instant at) {
        switch (fact) {
            case ArrivalFact f -> arrival(f, at);
            case RightsFact f -> rights(f, at);
            case LegalAidFact f -> legalAid(f, at);
            case RelativesFact f -> relatives(f, at);
            case HealthFact f -> health(f, at);
            case CareFact f -> care(f, at);
            case LocationFact f -> location(f, at);
            case ProcedureFact f -> procedure(f, at);
            case RecordFact f -> record(f, at);
        }
        return this;
    }

    private void arrival(ArrivalFact fact, Instant at) {
        switch (fact) {
            case PersonApprehended f -> throw new IllegalStateException(f.custody() + " was apprehended twice");
            case PersonDelivered ignored -> happened(Act.DELIVERED, at);
            case CustodyRecordOpened ignored -> happened(Act.RECORD_OPENED, at);
        }
    }

    private void rights(RightsFact fact, Instant at) {
        switch (fact) {
            case RightsExplained ignored -> happened(Act.RIGHTS_EXPLAINED, at);
            case ConsulateNotified ignored -> happened(Act.CONSULATE_NOTIFIED, at);
            case InterpreterArrived ignored -> {}
        }
    }

    private void legalAid(LegalAidFact fact, Instant at) {
        switch (fact) {
            case LegalAidNotified ignored -> happened(Act.LEGAL_AID_NOTIFIED, at);
            case LawyerAssigned ignored -> happened(Act.LAWYER_ASSIGNED, at);
            case LawyerArrived ignored -> happened(Act.LAWYER_ARRIVED, at);
            case ConsultationStarted ignored -> consulting = true;
            case ConsultationEnded ignored -> consulting = false;
        }
    }

    private void relatives(RelativesFact fact, Instant at) {
        switch (fact) {
            case RelativesNotified ignored -> {
                happened(Act.RELATIVES_NOTIFIED, at);
                delayed = null;
            }
            case NotificationDelayed f -> {
                if (isNews(at, Act.NOTIFICATION_DELAYED, Act.RELATIVES_NOTIFIED)) {
                    delayed = f.ground();
                }
                happened(Act.NOTIFICATION_DELAYED, at);
            }
        }
    }

    private void health(HealthFact fact, Instant at) {
        switch (fact) {
            case VisibleInjuriesNoted ignored -> happened(Act.INJURIES_NOTED, at);
            case MedicalRequested ignored -> happened(Act.MEDICAL_REQUESTED, at);
            case MedicalExamined f -> {
                if (isNews(at, Act.FOUND_FIT, Act.FOUND_UNFIT)) {
                    observed = new Custody.Observed(observed == null ? null : observed.level(), f.fitness());
                }
                happened(f.fitness() == Fitness.UNFIT ? Act.FOUND_UNFIT : Act.FOUND_FIT, at);
            }
            case MedicationGiven ignored -> {}
        }
    }

    private void care(CareFact fact, Instant at) {
        switch (fact) {
            case CellVisitDone f -> {
                if (isNews(at, Act.CELL_VISITED)) {
                    observed = new Custody.Observed(f.level(), observed == null ? null : observed.fitness());
                }
                happened(Act.CELL_VISITED, at);
            }
            case MealOffered ignored -> {}
        }
    }

    private void location(LocationFact fact, Instant at) {
        switch (fact) {
            case CellAssigned f -> {
                if (isNews(at, Act.CELL_ASSIGNED)) {
                    cell = f.cell();
                }
                happened(Act.CELL_ASSIGNED, at);
            }
            case TakenOut f -> happened(f.to() == Destination.HOSPITAL ? Act.TAKEN_TO_HOSPITAL : Act.TAKEN_OUT, at);
            case BroughtToCourt ignored -> happened(Act.BROUGHT_TO_COURT, at);
            case Returned ignored -> {
                enter(whereItWasLeft(), at);
                happened(Act.RETURNED, at);
            }
            case Transferred ignored -> end(Act.TRANSFERRED, at);
        }
    }

    private void procedure(ProcedureFact fact, Instant at) {
        switch (fact) {
            case InterviewOfDetaineeHeld ignored -> happened(Act.DETAINEE_INTERVIEWED, at);
            case InterviewOfOfficerHeld ignored -> happened(Act.OFFICER_INTERVIEWED, at);
            case SearchDone ignored -> happened(Act.SEARCHED, at);
            case PropertyLogged f -> happened(f.items() > 0 ? Act.PROPERTY_TAKEN : Act.NO_PROPERTY_TAKEN, at);
            case PropertyReturned ignored -> happened(Act.PROPERTY_RETURNED, at);
            case ReviewDone ignored -> happened(Act.REVIEWED, at);
            case CourtRuled ignored -> happened(Act.COURT_RULED, at);
            case QuestioningStarted ignored -> questioning = true;
            case QuestioningEnded ignored -> questioning = false;
            case UseOfForceRecorded ignored -> {}
            case ComplaintMade ignored -> happened(Act.COMPLAINT_MADE, at);
            case ComplaintRegistered ignored -> happened(Act.COMPLAINT_REGISTERED, at);
        }
    }

    private void record(RecordFact fact, Instant at) {
        switch (fact) {
            case ClockStarted f -> started(new Clock(f.duty(), f.from(), f.dueAt(), f.policy()));
            case PersonReleased ignored -> end(Act.RELEASED, at);
            case CustodyRecordSealed ignored -> enter(Phase.SEALED, at);
            case CorrectionProposed f -> corrections = corrections.with(f);
            case CorrectionRejected f -> corrections = corrections.without(f.number());
            case EntryCorrected f -> {
                corrections = corrections.without(f.proposal());
                correct(f.field(), f.was(), f.is());
            }
            case CopyDisclosed ignored -> {}
            case RecordAccessed ignored -> {}
            case LateEntryMade ignored -> {}
            case PersonHandedOver ignored -> {}
        }
    }

    private void correct(CustodyField field, String was, String is) {
        switch (field) {
            case CELL -> cell = new CellId(is);
            case GROUND -> ground = DetentionGround.valueOf(is);
            case REMARK -> {}
            default -> moved(field.acts(), Instant.parse(was), Instant.parse(is));
        }
    }

    /** It happened at another moment: the act, all that duties come of it, and the phase that began with it. */
    private void moved(Set<Act> any, Instant was, Instant to) {
        for (int i = 0; i < acts.size(); i++) {
            Happened each = acts.get(i);
            if (any.contains(each.act()) && each.at().equals(was)) {
                acts.set(i, new Happened(each.act(), to));
                began(each.act(), was, to);
                return;
            }
        }
    }

    private void began(Act act, Instant was, Instant to) {
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i).phase();
            boolean its =
                    act == Act.RETURNED ? i > 0 && phases.get(i - 1).phase().isOut() : phase == act.phase();
            if (its && phases.get(i).since().equals(was)) {
                phases.set(i, new PhaseSince(phase, to));
                return;
            }
        }
    }

    private Phase whereItWasLeft() {
        return phases.reversed().stream()
                .map(PhaseSince::phase)
                .filter(phase -> !phase.isOut())
                .findFirst()
                .orElseThrow();
    }

    private void enter(Phase phase, Instant at) {
        phases.add(new PhaseSince(phase, at));
    }

    private void end(Act act, Instant at) {
        happened(act, at);
        consulting = false;
        questioning = false;
    }

    private void happened(Act act, Instant at) {
        Phase phase = act.phase();
        if (phase != null) {
            enter(phase, at);
        }
        boolean isNews = isNews(at, act);
        if (act.isKeptOnce() && isNews) {
            acts.removeIf(each -> each.act() == act);
        }
        if (!act.isKeptOnce() || isNews) {
            acts.add(new Happened(act, at));
        }
    }

    /** Of what comes again every hour the last clock is enough. */
    private void started(Clock clock) {
        clocks.removeIf(each -> each.duty() == clock.duty()
                && (clock.duty().isRepeated() || each.from().equals(clock.from())));
        clocks.add(clock);
    }

    /** What is told late does not call back what was found later. */
    private boolean isNews(Instant at, Act... any) {
        Set<Act> same = Set.of(any);
        return acts.stream()
                .noneMatch(each -> same.contains(each.act()) && each.at().isAfter(at));
    }
}
