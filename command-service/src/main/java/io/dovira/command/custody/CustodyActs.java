package io.dovira.command.custody;

import io.dovira.command.pages.ActForm;
import io.dovira.command.pages.ActForm.Choice;
import io.dovira.command.pages.ActForm.Field;
import io.dovira.command.pages.ActForm.Kind;
import io.dovira.events.CellId;
import io.dovira.events.CustodyId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.StaffId;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.CareFact.MealOffered;
import io.dovira.events.custody.CareFact.Observation;
import io.dovira.events.custody.Checklist;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.HealthFact.Fitness;
import io.dovira.events.custody.HealthFact.Injuries;
import io.dovira.events.custody.HealthFact.MedicalExamined;
import io.dovira.events.custody.HealthFact.MedicalRequested;
import io.dovira.events.custody.HealthFact.MedicationGiven;
import io.dovira.events.custody.HealthFact.Requester;
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
import io.dovira.events.custody.ProcedureFact.Means;
import io.dovira.events.custody.ProcedureFact.PropertyLogged;
import io.dovira.events.custody.ProcedureFact.PropertyReturned;
import io.dovira.events.custody.ProcedureFact.QuestioningEnded;
import io.dovira.events.custody.ProcedureFact.QuestioningStarted;
import io.dovira.events.custody.ProcedureFact.Rank;
import io.dovira.events.custody.ProcedureFact.ReviewDone;
import io.dovira.events.custody.ProcedureFact.Ruling;
import io.dovira.events.custody.ProcedureFact.SearchDone;
import io.dovira.events.custody.ProcedureFact.Subject;
import io.dovira.events.custody.ProcedureFact.UseOfForceRecorded;
import io.dovira.events.custody.RecordFact.CopyDisclosed;
import io.dovira.events.custody.RecordFact.CustodyRecordSealed;
import io.dovira.events.custody.RecordFact.LateEntryMade;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.custody.RecordFact.Recipient;
import io.dovira.events.custody.RecordFact.ReleaseGround;
import io.dovira.events.custody.RelativesFact.DelayGround;
import io.dovira.events.custody.RelativesFact.NotificationDelayed;
import io.dovira.events.custody.RelativesFact.RelativesNotified;
import io.dovira.events.custody.RightsFact.ConsulateNotified;
import io.dovira.events.custody.RightsFact.InterpreterArrived;
import io.dovira.events.custody.RightsFact.RightsExplained;
import io.dovira.events.custody.RightsFact.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be entered on the page of a record. Each act brings a sample of its fact, and the decider says of the sample whether it may be entered, and
 * the fold what it is good for: the page knows no rule of its own.
 */
final class CustodyActs {
    private static final CustodyId ANY = new CustodyId("any");
    private static final StaffId SOMEBODY = new StaffId("somebody");
    private static final String VALUE = "custody.value.";

    /** @param list to which it belongs; null for the stay as a whole */
    private record Act(String name, @Nullable Checklist list, CustodyFact sample, List<Field> fields) {}

    private static final List<Act> ENTRIES = List.of(
            act("deliver", null, new PersonDelivered(ANY)),
            act("open", null, new CustodyRecordOpened(ANY)),
            act(
                    "explain-rights",
                    Checklist.RIGHTS,
                    new RightsExplained(ANY, "uk", Signature.SIGNED),
                    Field.of("language", Kind.TEXT),
                    choice("signature", Signature.class)),
            act("interpreter", Checklist.RIGHTS, new InterpreterArrived(ANY, "uk"), Field.of("language", Kind.TEXT)),
            act("notify-consulate", Checklist.RIGHTS, new ConsulateNotified(ANY)),
            act("notify-legal-aid", Checklist.LEGAL_AID, new LegalAidNotified(ANY)),
            act(
                    "assign-lawyer",
                    Checklist.LEGAL_AID,
                    new LawyerAssigned(ANY, new PersonId("somebody")),
                    Field.of("lawyer", Kind.PERSON)),
            act("lawyer-arrived", Checklist.LEGAL_AID, new LawyerArrived(ANY)),
            act("start-consultation", Checklist.LEGAL_AID, new ConsultationStarted(ANY)),
            act("end-consultation", Checklist.LEGAL_AID, new ConsultationEnded(ANY)),
            act("notify-relatives", Checklist.RELATIVES, new RelativesNotified(ANY)),
            act(
                    "delay-notification",
                    Checklist.RELATIVES,
                    new NotificationDelayed(ANY, SOMEBODY, DelayGround.UNREACHABLE),
                    choice("ground", DelayGround.class),
                    Field.of("by", Kind.PERSON)),
            act(
                    "note-injuries",
                    Checklist.HEALTH,
                    new VisibleInjuriesNoted(ANY, Injuries.NONE),
                    choice("injuries", Injuries.class)),
            act(
                    "request-medical",
                    Checklist.HEALTH,
                    new MedicalRequested(ANY, Requester.PERSON),
                    choice("by", Requester.class)),
            act("examine", Checklist.HEALTH, new MedicalExamined(ANY, Fitness.FIT), choice("fitness", Fitness.class)),
            act("give-medication", Checklist.HEALTH, new MedicationGiven(ANY)),
            act(
                    "visit-cell",
                    Checklist.CARE,
                    new CellVisitDone(ANY, Observation.GENERAL, false),
                    choice("level", Observation.class),
                    Field.of("roused", Kind.YES_NO)),
            act("offer-meal", Checklist.CARE, new MealOffered(ANY, true), Field.of("accepted", Kind.YES_NO)),
            act("assign-cell", Checklist.LOCATION, new CellAssigned(ANY, new CellId("1")), Field.of("cell", Kind.TEXT)),
            act(
                    "take-out",
                    Checklist.LOCATION,
                    new TakenOut(ANY, Destination.HOSPITAL),
                    choice("to", Destination.class)),
            act("bring-to-court", Checklist.LOCATION, new BroughtToCourt(ANY)),
            act("return", Checklist.LOCATION, new Returned(ANY)),
            act(
                    "transfer",
                    Checklist.LOCATION,
                    new Transferred(ANY, new OfficeId("other")),
                    Field.of("to", Kind.OFFICE)),
            act("interview-detainee", Checklist.PROCEDURE, new InterviewOfDetaineeHeld(ANY)),
            act(
                    "interview-officer",
                    Checklist.PROCEDURE,
                    new InterviewOfOfficerHeld(ANY, SOMEBODY),
                    Field.of("officer", Kind.PERSON)),
            act("search", Checklist.PROCEDURE, new SearchDone(ANY)),
            act("log-property", Checklist.PROCEDURE, new PropertyLogged(ANY, 0), Field.of("items", Kind.NUMBER)),
            act("return-property", Checklist.PROCEDURE, new PropertyReturned(ANY, 0), Field.of("items", Kind.NUMBER)),
            act(
                    "record-force",
                    Checklist.PROCEDURE,
                    new UseOfForceRecorded(ANY, Means.PHYSICAL, SOMEBODY),
                    choice("means", Means.class),
                    Field.of("by", Kind.PERSON)),
            act(
                    "start-questioning",
                    Checklist.PROCEDURE,
                    new QuestioningStarted(ANY, SOMEBODY),
                    Field.of("by", Kind.PERSON)),
            act("end-questioning", Checklist.PROCEDURE, new QuestioningEnded(ANY)),
            act(
                    "review",
                    Checklist.PROCEDURE,
                    new ReviewDone(ANY, Rank.INSPECTOR, SOMEBODY),
                    choice("rank", Rank.class),
                    Field.of("by", Kind.SELF)),
            act("complain", Checklist.PROCEDURE, new ComplaintMade(ANY, Subject.OTHER), choice("about", Subject.class)),
            act("register-complaint", Checklist.PROCEDURE, new ComplaintRegistered(ANY)),
            act("rule", Checklist.PROCEDURE, new CourtRuled(ANY, Ruling.DETAINED), choice("ruling", Ruling.class)),
            act("release", null, new PersonReleased(ANY, ReleaseGround.COURT), choice("ground", ReleaseGround.class)),
            act("seal", null, new CustodyRecordSealed(ANY)),
            act("disclose", null, new CopyDisclosed(ANY, Recipient.LAWYER), choice("to", Recipient.class)));

    private static final Act LATE = act(
            "late-entry",
            null,
            new LateEntryMade(ANY, Facts.nameOf(CellVisitDone.class), "late", null),
            Field.oneOf(
                    "entry",
                    ENTRIES.stream()
                            .filter(act -> act.list() != null)
                            .map(act -> new Choice(Facts.nameOf(act.sample().getClass()), "work.act." + act.name()))
                            .toList()),
            Field.of("reason", Kind.TEXT),
            Field.optional("remark", Kind.TEXT));

    /** How a record begins. */
    static final ActForm APPREHEND = new ActForm(
            "apprehend",
            "STAY",
            List.of(),
            false,
            List.of(
                    Field.of("office", Kind.OFFICE),
                    Field.of("person", Kind.PERSON),
                    choice("ground", DetentionGround.class),
                    Field.of("minor", Kind.CHECK),
                    Field.of("foreigner", Kind.CHECK)));

    private CustodyActs() {}

    /** What can be entered now, and what each of it is good for now. */
    static List<ActForm> of(Custody custody, Instant now) {
        Instant at = now.isBefore(custody.phaseSince()) ? custody.phaseSince() : now;
        return acts().filter(act -> EntryDecider.isPossible(custody, act.sample()))
                .map(act -> form(act, meets(custody, act.sample(), at)))
                .toList();
    }

    /** Whatever can be entered at some time. */
    static List<ActForm> all() {
        return acts().map(act -> form(act, List.of())).toList();
    }

    private static Stream<Act> acts() {
        return Stream.concat(ENTRIES.stream(), Stream.of(LATE));
    }

    private static ActForm form(Act act, List<String> meets) {
        return new ActForm(
                act.name(), act.list() == null ? "STAY" : act.list().name(), meets, act.equals(LATE), act.fields());
    }

    private static List<String> meets(Custody custody, CustodyFact entry, Instant at) {
        if (!EntryDecider.fits(custody.phase(), entry)) {
            return List.of();
        }
        Custody after = Custody.evolve(custody, entry, at);
        return custody.openTasks().stream()
                .filter(task -> task.duty() != Duty.END_DETENTION)
                .filter(task -> after.task(task.duty())
                        .filter(then -> !Objects.equals(then.doneAt(), task.doneAt()))
                        .isPresent())
                .map(task -> task.duty().name())
                .toList();
    }

    private static Act act(String name, @Nullable Checklist list, CustodyFact sample, Field... fields) {
        return new Act(name, list, sample, List.of(fields));
    }

    private static Field choice(String name, Class<? extends Enum<?>> type) {
        return Field.oneOf(name, type, VALUE);
    }
}
