package io.dovira.command.custody;

import static io.dovira.command.custody.Sample.ID;

import io.dovira.events.CellId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.StaffId;
import io.dovira.events.custody.ArrivalFact;
import io.dovira.events.custody.CareFact;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.HealthFact;
import io.dovira.events.custody.LegalAidFact;
import io.dovira.events.custody.LocationFact;
import io.dovira.events.custody.ProcedureFact;
import io.dovira.events.custody.RecordFact;
import io.dovira.events.custody.RelativesFact;
import io.dovira.events.custody.RightsFact;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** One of everything that can be entered, and more of what moves a stay on. */
final class Samples {
    private static final StaffId OFFICER = new StaffId("p-9");

    static final List<CustodyFact> ENTRIES = List.of(
            new ArrivalFact.PersonDelivered(ID),
            new ArrivalFact.CustodyRecordOpened(ID),
            new RightsFact.RightsExplained(ID, "uk", RightsFact.Signature.SIGNED),
            new RightsFact.InterpreterArrived(ID, "ro"),
            new RightsFact.ConsulateNotified(ID),
            new LegalAidFact.LegalAidNotified(ID),
            new LegalAidFact.LawyerAssigned(ID, new PersonId("p-5")),
            new LegalAidFact.LawyerArrived(ID),
            new LegalAidFact.ConsultationStarted(ID),
            new LegalAidFact.ConsultationEnded(ID),
            new RelativesFact.RelativesNotified(ID),
            new RelativesFact.NotificationDelayed(ID, OFFICER, RelativesFact.DelayGround.UNREACHABLE),
            new HealthFact.VisibleInjuriesNoted(ID, HealthFact.Injuries.NONE),
            new HealthFact.MedicalRequested(ID, HealthFact.Requester.PERSON),
            new HealthFact.MedicalExamined(ID, HealthFact.Fitness.FIT),
            new HealthFact.MedicalExamined(ID, HealthFact.Fitness.UNFIT),
            new HealthFact.MedicationGiven(ID),
            new CareFact.CellVisitDone(ID, CareFact.Observation.GENERAL, false),
            new CareFact.CellVisitDone(ID, CareFact.Observation.INTERMITTENT, true),
            new CareFact.MealOffered(ID, true),
            new LocationFact.CellAssigned(ID, new CellId("3")),
            new LocationFact.TakenOut(ID, LocationFact.Destination.HOSPITAL),
            new LocationFact.TakenOut(ID, LocationFact.Destination.INVESTIGATION),
            new LocationFact.Returned(ID),
            new LocationFact.BroughtToCourt(ID),
            new ProcedureFact.InterviewOfDetaineeHeld(ID),
            new ProcedureFact.InterviewOfOfficerHeld(ID, OFFICER),
            new ProcedureFact.SearchDone(ID),
            new ProcedureFact.PropertyLogged(ID, 4),
            new ProcedureFact.PropertyReturned(ID, 4),
            new ProcedureFact.UseOfForceRecorded(ID, ProcedureFact.Means.HANDCUFFS, OFFICER),
            new ProcedureFact.QuestioningStarted(ID, OFFICER),
            new ProcedureFact.QuestioningEnded(ID),
            new ProcedureFact.ReviewDone(ID, ProcedureFact.Rank.INSPECTOR, OFFICER),
            new ProcedureFact.ComplaintMade(ID, ProcedureFact.Subject.CONDITIONS),
            new ProcedureFact.ComplaintRegistered(ID),
            new ProcedureFact.CourtRuled(ID, ProcedureFact.Ruling.DETAINED),
            new RecordFact.CopyDisclosed(ID, RecordFact.Recipient.LAWYER),
            new RecordFact.RecordAccessed(ID, "p-1", RecordFact.Purpose.CARE, null),
            new RecordFact.LateEntryMade(ID, "custody.meal-offered", "network", null),
            new RecordFact.PersonReleased(ID, RecordFact.ReleaseGround.COURT),
            new LocationFact.Transferred(ID, new OfficeId("lviv-itt")),
            new RecordFact.CustodyRecordSealed(ID));

    private Samples() {}

    static boolean isEnd(int kind) {
        return kind < ENTRIES.size() && ends().contains(kind);
    }

    /** What ends a stay. */
    static List<Integer> ends() {
        return where(fact -> fact instanceof RecordFact.PersonReleased
                || fact instanceof RecordFact.CustodyRecordSealed
                || fact instanceof LocationFact.Transferred);
    }

    /** What moves it on. */
    static List<Integer> moves() {
        return where(fact -> fact instanceof ArrivalFact || fact instanceof LocationFact.Returned);
    }

    private static List<Integer> where(Predicate<CustodyFact> wanted) {
        return IntStream.range(0, ENTRIES.size())
                .filter(index -> wanted.test(ENTRIES.get(index)))
                .boxed()
                .toList();
    }
}
