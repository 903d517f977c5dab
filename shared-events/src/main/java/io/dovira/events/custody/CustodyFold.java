package io.dovira.events.custody;

import io.dovira.events.CellId;
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
import io.dovira.events.custody.RightsFact.ConsulateNotified;
import io.dovira.events.custody.RightsFact.InterpreterArrived;
import io.dovira.events.custody.RightsFact.RightsExplained;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Custody} while it takes one fact: which duties the fact opens, closes or lets fall away. */
final class CustodyFold {
    private final Custody before;
    private final Map<Duty, Task> tasks = new EnumMap<>(Duty.class);
    private final List<PhaseSince> phases;
    private final List<Proposal> proposals;
    private DetentionGround ground;
    private @Nullable CellId cell;
    private Custody.@Nullable Observed observed;
    private RelativesFact.@Nullable DelayGround delayed;
    private boolean consulting;
    private boolean questioning;
    private int proposed;

    private CustodyFold(Custody before) {
        this.before = before;
        before.tasks().forEach(task -> tasks.put(task.duty(), task));
        phases = new ArrayList<>(before.phases());
        proposals = new ArrayList<>(before.proposals());
        ground = before.ground();
        cell = before.cell();
        observed = before.observed();
        delayed = before.delayed();
        consulting = before.consulting();
        questioning = before.questioning();
        proposed = before.proposed();
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
                List.of(new PhaseSince(Phase.APPREHENDED, at)),
                List.of(),
                null,
                null,
                null,
                false,
                false,
                List.of(),
                0,
                0));
        fold.open(at, Duty.EXPLAIN_RIGHTS, Duty.NOTIFY_LEGAL_AID, Duty.NOTIFY_RELATIVES, Duty.END_DETENTION);
        if (f.foreigner()) {
            fold.open(at, Duty.NOTIFY_CONSULATE);
        }
        fold.openCourt(at);
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
                List.copyOf(tasks.values()),
                cell,
                observed,
                delayed,
                consulting,
                questioning,
                proposals,
                proposed,
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
            case PersonDelivered ignored -> {
                enter(Phase.DELIVERED, at);
                open(at, Duty.OPEN_RECORD, Duty.INTERVIEW_DETAINEE, Duty.INTERVIEW_OFFICER);
                open(at, Duty.NOTE_INJURIES, Duty.SEARCH, Duty.LOG_PROPERTY, Duty.ASSIGN_CELL);
            }
            case CustodyRecordOpened ignored -> {
                enter(Phase.OPEN, at);
                close(Duty.OPEN_RECORD, at);
                open(at, Duty.REVIEW);
            }
        }
    }

    private void rights(RightsFact fact, Instant at) {
        switch (fact) {
            case RightsExplained ignored -> close(Duty.EXPLAIN_RIGHTS, at);
            case ConsulateNotified ignored -> close(Duty.NOTIFY_CONSULATE, at);
            case InterpreterArrived ignored -> {}
        }
    }

    private void legalAid(LegalAidFact fact, Instant at) {
        switch (fact) {
            case LegalAidNotified ignored -> {
                close(Duty.NOTIFY_LEGAL_AID, at);
                if (!tasks.containsKey(Duty.ASSIGN_LAWYER)) {
                    open(at, Duty.ASSIGN_LAWYER);
                }
            }
            case LawyerAssigned ignored -> {
                // Of the person's own choice: then nobody need tell the centre.
                lapse(Duty.NOTIFY_LEGAL_AID);
                close(Duty.ASSIGN_LAWYER, at);
                if (!tasks.containsKey(Duty.LAWYER_ARRIVAL)) {
                    open(at, Duty.LAWYER_ARRIVAL);
                }
            }
            case LawyerArrived ignored -> close(Duty.LAWYER_ARRIVAL, at);
            case ConsultationStarted ignored -> consulting = true;
            case ConsultationEnded ignored -> consulting = false;
        }
    }

    private void relatives(RelativesFact fact, Instant at) {
        switch (fact) {
            case RelativesFact.RelativesNotified ignored -> {
                close(Duty.NOTIFY_RELATIVES, at);
                delayed = null;
            }
            case RelativesFact.NotificationDelayed f -> delayed = f.ground();
        }
    }

    private void health(HealthFact fact, Instant at) {
        switch (fact) {
            case VisibleInjuriesNoted ignored -> close(Duty.NOTE_INJURIES, at);
            case MedicalRequested ignored -> again(Duty.MEDICAL_EXAMINATION, at);
            case MedicalExamined f -> {
                close(Duty.MEDICAL_EXAMINATION, at);
                observed = new Custody.Observed(observed == null ? null : observed.level(), f.fitness());
                if (f.fitness() == Fitness.UNFIT) {
                    again(Duty.HOSPITAL, at);
                } else {
                    lapse(Duty.HOSPITAL);
                }
            }
            case MedicationGiven ignored -> {}
        }
    }

    private void care(CareFact fact, Instant at) {
        switch (fact) {
            case CellVisitDone f -> {
                // A visit that is told late does not call back what a later one found.
                if (isNews(Duty.CELL_VISIT, at)) {
                    observed = new Custody.Observed(f.level(), observed == null ? null : observed.fitness());
                    repeat(Duty.CELL_VISIT, at);
                }
            }
            case MealOffered ignored -> {}
        }
    }

    private void location(LocationFact fact, Instant at) {
        switch (fact) {
            case CellAssigned f -> {
                cell = f.cell();
                close(Duty.ASSIGN_CELL, at);
                if (!currently().isOut() && currently().isHeld() && !tasks.containsKey(Duty.CELL_VISIT)) {
                    open(at, Duty.CELL_VISIT);
                }
            }
            case TakenOut f -> {
                leave(f.to() == Destination.HOSPITAL ? Phase.AT_HOSPITAL : Phase.IN_TRANSFER, at);
                if (f.to() == Destination.HOSPITAL) {
                    close(Duty.HOSPITAL, at);
                }
            }
            case BroughtToCourt ignored -> {
                leave(Phase.AT_COURT, at);
                close(Duty.BRING_TO_COURT, at);
                if (ground == DetentionGround.ON_RULING) {
                    close(Duty.END_DETENTION, at);
                }
            }
            case Returned ignored -> {
                enter(whereItWasLeft(), at);
                close(Duty.RETURN, at);
                if (cell != null) {
                    again(Duty.CELL_VISIT, at);
                }
            }
            case Transferred ignored -> end(Phase.HANDED_OVER, at);
        }
    }

    private void procedure(ProcedureFact fact, Instant at) {
        switch (fact) {
            case InterviewOfDetaineeHeld ignored -> close(Duty.INTERVIEW_DETAINEE, at);
            case InterviewOfOfficerHeld ignored -> close(Duty.INTERVIEW_OFFICER, at);
            case SearchDone ignored -> close(Duty.SEARCH, at);
            case PropertyLogged f -> {
                close(Duty.LOG_PROPERTY, at);
                if (f.items() > 0) {
                    again(Duty.RETURN_PROPERTY, at);
                }
            }
            case PropertyReturned ignored -> close(Duty.RETURN_PROPERTY, at);
            case ReviewDone ignored -> {
                if (isNews(Duty.REVIEW, at)) {
                    repeat(Duty.REVIEW, at);
                }
            }
            case CourtRuled ignored -> {
                close(Duty.HEAR_MEASURE, at);
                close(Duty.END_DETENTION, at);
            }
            case QuestioningStarted ignored -> questioning = true;
            case QuestioningEnded ignored -> questioning = false;
            case UseOfForceRecorded ignored -> {}
            case ComplaintMade ignored -> complaint(at);
            case ComplaintRegistered ignored -> close(Duty.REGISTER_COMPLAINT, at);
        }
    }

    private void record(RecordFact fact, Instant at) {
        switch (fact) {
            case ClockStarted f ->
                tasks.computeIfPresent(f.duty(), (duty, task) -> task.due(f.from(), f.dueAt(), f.policy()));
            case PersonReleased ignored -> end(Phase.RELEASED, at);
            case CustodyRecordSealed ignored -> enter(Phase.SEALED, at);
            case CorrectionProposed f -> {
                proposed = f.number();
                proposals.add(new Proposal(
                        f.number(), f.ofEventId(), f.field(), f.was(), f.is(), f.reason(), f.proposedBy()));
            }
            case CorrectionRejected f -> proposals.removeIf(proposal -> proposal.number() == f.number());
            case EntryCorrected f -> {
                Integer settled = f.proposal();
                if (settled != null) {
                    proposals.removeIf(proposal -> proposal.number() == settled);
                }
                correct(f.field(), f.is());
            }
            case CopyDisclosed ignored -> {}
            case RecordAccessed ignored -> {}
            case LateEntryMade ignored -> {}
            case PersonHandedOver ignored -> {}
        }
    }

    private void correct(CustodyField field, String is) {
        switch (field) {
            case APPREHENDED_AT -> moved(Phase.APPREHENDED, Instant.parse(is));
            case DELIVERED_AT -> moved(Phase.DELIVERED, Instant.parse(is));
            case OPENED_AT -> moved(Phase.OPEN, Instant.parse(is));
            case CELL -> cell = new CellId(is);
            case GROUND -> {
                ground = DetentionGround.valueOf(is);
                tasks.remove(Duty.BRING_TO_COURT);
                tasks.remove(Duty.HEAR_MEASURE);
                openCourt(phases.getFirst().since());
            }
            case REMARK -> {}
            case RIGHTS_EXPLAINED_AT,
                    LEGAL_AID_NOTIFIED_AT,
                    LAWYER_ASSIGNED_AT,
                    LAWYER_ARRIVED_AT,
                    RELATIVES_NOTIFIED_AT,
                    EXAMINED_AT,
                    LAST_VISIT_AT,
                    LAST_REVIEW_AT ->
                tasks.computeIfPresent(
                        Objects.requireNonNull(field.duty()), (duty, task) -> task.doneAt(Instant.parse(is)));
        }
    }

    /** The first time that the phase began is another one. */
    private void moved(Phase phase, Instant to) {
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).phase() == phase) {
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

    private Phase currently() {
        return phases.getLast().phase();
    }

    private void enter(Phase phase, Instant at) {
        phases.add(new PhaseSince(phase, at));
    }

    private void leave(Phase phase, Instant at) {
        enter(phase, at);
        lapse(Duty.CELL_VISIT);
        again(Duty.RETURN, at);
    }

    /** The person is gone: what has to do with holding falls away; what was owed and not done stays open for all to see. */
    private void end(Phase phase, Instant at) {
        enter(phase, at);
        for (Duty held : new Duty[] {
            Duty.CELL_VISIT,
            Duty.REVIEW,
            Duty.ASSIGN_CELL,
            Duty.RETURN,
            Duty.BRING_TO_COURT,
            Duty.HEAR_MEASURE,
            Duty.HOSPITAL
        }) {
            lapse(held);
        }
        close(Duty.END_DETENTION, at);
        consulting = false;
        questioning = false;
    }

    private void openCourt(Instant at) {
        if (ground == DetentionGround.WITHOUT_RULING) {
            open(at, Duty.BRING_TO_COURT, Duty.HEAR_MEASURE);
        }
    }

    private void open(Instant at, Duty... duties) {
        for (Duty duty : duties) {
            tasks.put(duty, Task.opened(duty, at));
        }
    }

    /** Opens it once more, whether or not it was there; when it was done last stays known. */
    private void again(Duty duty, Instant at) {
        Task task = tasks.get(duty);
        tasks.put(duty, task == null ? Task.opened(duty, at) : task.reopened(at));
    }

    /** Another complaint gives no more time for the one that waits. */
    private void complaint(Instant at) {
        Task task = tasks.get(Duty.REGISTER_COMPLAINT);
        if (task == null || !task.isOpen()) {
            again(Duty.REGISTER_COMPLAINT, at);
        }
    }

    private void repeat(Duty duty, Instant at) {
        tasks.computeIfPresent(duty, (same, task) -> task.done(at).reopened(at));
    }

    /** The earliest doing counts: what was done is not undone by a second entry. */
    private void close(Duty duty, Instant at) {
        tasks.computeIfPresent(duty, (same, task) -> task.isOpen() ? task.done(at) : task);
    }

    private void lapse(Duty duty) {
        tasks.computeIfPresent(duty, (same, task) -> task.lapsed());
    }

    private boolean isNews(Duty duty, Instant at) {
        Task task = tasks.get(duty);
        return task != null && task.isOpen() && (task.doneAt() == null || !at.isBefore(task.doneAt()));
    }
}
