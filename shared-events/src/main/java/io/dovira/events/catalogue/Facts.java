package io.dovira.events.catalogue;

import io.dovira.events.Fact;
import io.dovira.events.StoredAs;
import io.dovira.events.appeals.AcknowledgementSent;
import io.dovira.events.appeals.AnswerSent;
import io.dovira.events.appeals.AppealAssigned;
import io.dovira.events.appeals.AppealCorrected;
import io.dovira.events.appeals.AppealCorrectionProposed;
import io.dovira.events.appeals.AppealCorrectionRejected;
import io.dovira.events.appeals.AppealDeclined;
import io.dovira.events.appeals.AppealForwarded;
import io.dovira.events.appeals.AppealLodged;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.AppealReopened;
import io.dovira.events.appeals.AppealWithdrawn;
import io.dovira.events.appeals.HigherComplaintLodged;
import io.dovira.events.appeals.InfoReceived;
import io.dovira.events.appeals.InfoRequested;
import io.dovira.events.appeals.TermExtended;
import io.dovira.events.appeals.TermShortened;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.cases.CaseResponded;
import io.dovira.events.cases.CaseStepRecorded;
import io.dovira.events.community.CommunityRegistered;
import io.dovira.events.community.ContactRecorded;
import io.dovira.events.community.FiguresPublished;
import io.dovira.events.community.MemorandumSigned;
import io.dovira.events.community.OfficerAbsent;
import io.dovira.events.community.OfficerAssigned;
import io.dovira.events.community.OfficerLeft;
import io.dovira.events.community.OfficerReassigned;
import io.dovira.events.community.OfficerReturned;
import io.dovira.events.community.OfficerSelected;
import io.dovira.events.community.PopulationRestated;
import io.dovira.events.community.PublicationWithdrawn;
import io.dovira.events.community.ReportGiven;
import io.dovira.events.community.StationClosed;
import io.dovira.events.community.StationFitted;
import io.dovira.events.community.StationOpened;
import io.dovira.events.community.TrainingCompleted;
import io.dovira.events.community.TrainingStarted;
import io.dovira.events.community.TrustSurveyPublished;
import io.dovira.events.custody.ArrivalFact;
import io.dovira.events.custody.CareFact;
import io.dovira.events.custody.HealthFact;
import io.dovira.events.custody.LegalAidFact;
import io.dovira.events.custody.LocationFact;
import io.dovira.events.custody.ProcedureFact;
import io.dovira.events.custody.RecordFact;
import io.dovira.events.custody.RelativesFact;
import io.dovira.events.custody.RightsFact;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.events.footage.CameraInstalled;
import io.dovira.events.footage.CameraMoved;
import io.dovira.events.footage.CameraRemoved;
import io.dovira.events.footage.ClockOffsetMeasured;
import io.dovira.events.footage.FlawExplained;
import io.dovira.events.footage.FootageAccessed;
import io.dovira.events.footage.FootageExported;
import io.dovira.events.footage.FootageLinked;
import io.dovira.events.footage.FootagePurged;
import io.dovira.events.footage.GapDetected;
import io.dovira.events.footage.HoldPlaced;
import io.dovira.events.footage.HoldReleased;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.RedactedCopyMade;
import io.dovira.events.footage.RetentionExpired;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.events.footage.SegmentRecorded;
import io.dovira.events.imports.ImportFinished;
import io.dovira.events.imports.ImportStarted;
import io.dovira.events.obligations.ObligationBreached;
import io.dovira.events.offices.BreakEnded;
import io.dovira.events.offices.BreakStarted;
import io.dovira.events.offices.DeskClosed;
import io.dovira.events.offices.DeskDismantled;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskInstalled;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.offices.DeskReleased;
import io.dovira.events.offices.DeskRemoved;
import io.dovira.events.offices.OfficeClosed;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.OfficeRenamed;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.offices.ServiceWithdrawn;
import io.dovira.events.offices.StaffLoggedIn;
import io.dovira.events.offices.StaffLoggedOut;
import io.dovira.events.policies.CalendarPublished;
import io.dovira.events.policies.PolicyEnded;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.policies.PolicyWithdrawn;
import io.dovira.events.queues.QueueObserved;
import io.dovira.events.registers.RegisterNumberDrawn;
import io.dovira.events.tickets.TicketNumberDrawn;
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
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.events.visits.VisitorNoShow;
import io.dovira.events.visits.VisitorRecalled;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue of every fact that can stand in the log. A fact that is not listed here cannot be stored or read. */
public final class Facts {
    private static final List<Class<? extends Fact>> ALL = List.of(
            OfficeRegistered.class,
            OfficeRenamed.class,
            OfficeClosed.class,
            ServiceOffered.class,
            ServiceWithdrawn.class,
            DeskInstalled.class,
            DeskRemoved.class,
            DeskOpened.class,
            BreakStarted.class,
            BreakEnded.class,
            DeskEngaged.class,
            DeskReleased.class,
            DeskClosed.class,
            DeskDismantled.class,
            StaffLoggedIn.class,
            StaffLoggedOut.class,
            VisitorArrived.class,
            TicketIssued.class,
            VisitorCalled.class,
            VisitorRecalled.class,
            LegRecycled.class,
            ServiceStarted.class,
            ServiceHeld.class,
            ServiceResumed.class,
            LegTransferred.class,
            ServiceFinished.class,
            VisitorNoShow.class,
            VisitorAbandoned.class,
            VisitClosedBySystem.class,
            VisitCorrectionProposed.class,
            VisitCorrectionRejected.class,
            VisitCorrected.class,
            TicketNumberDrawn.class,
            PolicyPublished.class,
            PolicyEnded.class,
            PolicyWithdrawn.class,
            CalendarPublished.class,
            AppealLodged.class,
            AppealRegistered.class,
            AppealAssigned.class,
            AppealForwarded.class,
            AcknowledgementSent.class,
            InfoRequested.class,
            InfoReceived.class,
            TermShortened.class,
            TermExtended.class,
            AnswerSent.class,
            AppealDeclined.class,
            AppealWithdrawn.class,
            AppealReopened.class,
            HigherComplaintLodged.class,
            AppealCorrectionProposed.class,
            AppealCorrectionRejected.class,
            AppealCorrected.class,
            RegisterNumberDrawn.class,
            ObligationBreached.class,
            CaseOpened.class,
            CaseStepRecorded.class,
            CaseResponded.class,
            CaseClosed.class,
            ArrivalFact.PersonApprehended.class,
            ArrivalFact.PersonDelivered.class,
            ArrivalFact.CustodyRecordOpened.class,
            RightsFact.RightsExplained.class,
            RightsFact.InterpreterArrived.class,
            RightsFact.ConsulateNotified.class,
            LegalAidFact.LegalAidNotified.class,
            LegalAidFact.LawyerAssigned.class,
            LegalAidFact.LawyerArrived.class,
            LegalAidFact.ConsultationStarted.class,
            LegalAidFact.ConsultationEnded.class,
            RelativesFact.RelativesNotified.class,
            RelativesFact.NotificationDelayed.class,
            HealthFact.VisibleInjuriesNoted.class,
            HealthFact.MedicalRequested.class,
            HealthFact.MedicalExamined.class,
            HealthFact.MedicationGiven.class,
            CareFact.CellVisitDone.class,
            CareFact.MealOffered.class,
            LocationFact.CellAssigned.class,
            LocationFact.TakenOut.class,
            LocationFact.Returned.class,
            LocationFact.BroughtToCourt.class,
            LocationFact.Transferred.class,
            ProcedureFact.InterviewOfDetaineeHeld.class,
            ProcedureFact.InterviewOfOfficerHeld.class,
            ProcedureFact.SearchDone.class,
            ProcedureFact.PropertyLogged.class,
            ProcedureFact.PropertyReturned.class,
            ProcedureFact.UseOfForceRecorded.class,
            ProcedureFact.QuestioningStarted.class,
            ProcedureFact.QuestioningEnded.class,
            ProcedureFact.ReviewDone.class,
            ProcedureFact.ComplaintMade.class,
            ProcedureFact.ComplaintRegistered.class,
            ProcedureFact.CourtRuled.class,
            RecordFact.ClockStarted.class,
            RecordFact.PersonReleased.class,
            RecordFact.CustodyRecordSealed.class,
            RecordFact.CopyDisclosed.class,
            RecordFact.RecordAccessed.class,
            RecordFact.LateEntryMade.class,
            RecordFact.CorrectionProposed.class,
            RecordFact.CorrectionRejected.class,
            RecordFact.EntryCorrected.class,
            RecordFact.PersonHandedOver.class,
            UnitFact.PersonAdmitted.class,
            UnitFact.PersonLeft.class,
            UnitFact.HandoverOffered.class,
            UnitFact.ShiftHandedOver.class,
            QueueObserved.class,
            SurveyOffered.class,
            SurveyAnswered.class,
            CameraInstalled.class,
            CameraMoved.class,
            CameraRemoved.class,
            ClockOffsetMeasured.class,
            SegmentRecorded.class,
            SegmentIngested.class,
            GapDetected.class,
            FootageLinked.class,
            FootageAccessed.class,
            RedactedCopyMade.class,
            FootageExported.class,
            HoldPlaced.class,
            HoldReleased.class,
            IntegrityChecked.class,
            FlawExplained.class,
            RetentionExpired.class,
            FootagePurged.class,
            CommunityRegistered.class,
            PopulationRestated.class,
            MemorandumSigned.class,
            ContactRecorded.class,
            ReportGiven.class,
            OfficerSelected.class,
            TrainingStarted.class,
            TrainingCompleted.class,
            OfficerAssigned.class,
            OfficerAbsent.class,
            OfficerReturned.class,
            OfficerReassigned.class,
            OfficerLeft.class,
            StationOpened.class,
            StationFitted.class,
            StationClosed.class,
            TrustSurveyPublished.class,
            FiguresPublished.class,
            PublicationWithdrawn.class,
            ImportStarted.class,
            ImportFinished.class);

    private static final Map<String, Class<? extends Fact>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Facts::nameOf, Function.identity()));

    private Facts() {}

    /** Every fact, in the order of the features. */
    public static List<Class<? extends Fact>> all() {
        return ALL;
    }

    /** The stored name, for example {@code visit.visitor-called}. */
    public static String nameOf(Class<? extends Fact> type) {
        return storedAs(type).value();
    }

    /** The revision that is written now. */
    public static int revisionOf(Class<? extends Fact> type) {
        return storedAs(type).revision();
    }

    /**
     * The class of a stored name.
     *
     * @throws IllegalArgumentException if no such fact is known: a newer writer, or a log that is not ours
     */
    public static Class<? extends Fact> typeOf(String name) {
        Class<? extends Fact> type = BY_NAME.get(name);
        if (type == null) {
            throw new IllegalArgumentException("no fact is stored as '" + name + "'");
        }
        return type;
    }

    /**
     * Lets pass what can be read here: the revision that is written now, and earlier ones.
     *
     * @throws IllegalArgumentException if a newer writer wrote it
     */
    public static void requireKnown(Class<? extends Fact> type, int revision) {
        int ours = revisionOf(type);
        if (revision > ours) {
            throw new IllegalArgumentException("'" + nameOf(type) + "' was written in revision " + revision
                    + ", this service knows revisions up to " + ours);
        }
    }

    private static StoredAs storedAs(Class<? extends Fact> type) {
        return Objects.requireNonNull(type.getAnnotation(StoredAs.class), () -> type + " lacks @StoredAs");
    }
}
