package io.dovira.events.catalogue;

import io.dovira.events.AppealId;
import io.dovira.events.CalendarId;
import io.dovira.events.CameraId;
import io.dovira.events.CaseId;
import io.dovira.events.CellId;
import io.dovira.events.CommunityId;
import io.dovira.events.CustodyId;
import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.FootageId;
import io.dovira.events.ImportId;
import io.dovira.events.ObligationId;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.OrganisationId;
import io.dovira.events.PersonId;
import io.dovira.events.PolicyId;
import io.dovira.events.PublicationId;
import io.dovira.events.QueueId;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.StationId;
import io.dovira.events.SurveyId;
import io.dovira.events.VisitId;
import io.dovira.events.appeals.AcknowledgementSent;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.AnswerSent;
import io.dovira.events.appeals.AppealAssigned;
import io.dovira.events.appeals.AppealCorrected;
import io.dovira.events.appeals.AppealCorrectionProposed;
import io.dovira.events.appeals.AppealCorrectionRejected;
import io.dovira.events.appeals.AppealDeclined;
import io.dovira.events.appeals.AppealField;
import io.dovira.events.appeals.AppealForwarded;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealLodged;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.AppealReopened;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.AppealWithdrawn;
import io.dovira.events.appeals.DeclineGround;
import io.dovira.events.appeals.HigherComplaintLodged;
import io.dovira.events.appeals.InfoReceived;
import io.dovira.events.appeals.InfoRequested;
import io.dovira.events.appeals.LetterDigest;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.events.appeals.TermExtended;
import io.dovira.events.appeals.TermShortened;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.cases.CaseResponded;
import io.dovira.events.cases.CaseStepRecorded;
import io.dovira.events.clocks.DatedHours;
import io.dovira.events.clocks.Limit;
import io.dovira.events.clocks.WeeklyHours;
import io.dovira.events.community.AbsenceKind;
import io.dovira.events.community.CommunityRegistered;
import io.dovira.events.community.ContactKind;
import io.dovira.events.community.ContactRecorded;
import io.dovira.events.community.FiguresPublished;
import io.dovira.events.community.LeavingKind;
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
import io.dovira.events.community.Room;
import io.dovira.events.community.StationClosed;
import io.dovira.events.community.StationFitted;
import io.dovira.events.community.StationOpened;
import io.dovira.events.community.TrainingCompleted;
import io.dovira.events.community.TrainingStarted;
import io.dovira.events.community.TrustSurveyPublished;
import io.dovira.events.custody.ArrivalFact;
import io.dovira.events.custody.CareFact;
import io.dovira.events.custody.CustodyField;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.HealthFact;
import io.dovira.events.custody.LegalAidFact;
import io.dovira.events.custody.LocationFact;
import io.dovira.events.custody.ProcedureFact;
import io.dovira.events.custody.RecordFact;
import io.dovira.events.custody.RelativesFact;
import io.dovira.events.custody.RightsFact;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.events.footage.AccessPurpose;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.CameraInstalled;
import io.dovira.events.footage.CameraMoved;
import io.dovira.events.footage.CameraRemoved;
import io.dovira.events.footage.ClockOffsetMeasured;
import io.dovira.events.footage.ExportRecipient;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.FlawExplained;
import io.dovira.events.footage.FootageAccessed;
import io.dovira.events.footage.FootageExported;
import io.dovira.events.footage.FootageLinked;
import io.dovira.events.footage.FootagePurged;
import io.dovira.events.footage.GapCause;
import io.dovira.events.footage.GapDetected;
import io.dovira.events.footage.HoldGround;
import io.dovira.events.footage.HoldPlaced;
import io.dovira.events.footage.HoldReleased;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.LinkTarget;
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
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.LegRecycled;
import io.dovira.events.visits.LegTransferred;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceHeld;
import io.dovira.events.visits.ServiceResumed;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.SystemCause;
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
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One example of each fact, for the schemas and the documentation. Real records, so an example that could not be recorded does not compile or construct. */
final class FactExamples {
    private static final OfficeId OFFICE = new OfficeId("lviv-03");
    private static final DeskId DESK = new DeskId("2");
    private static final StaffId STAFF = new StaffId("p-7f31c2");
    private static final ServiceId SERVICE = new ServiceId("advice");
    private static final PolicyId POLICY = new PolicyId("answer-in-working-time");
    private static final CalendarId CALENDAR = new CalendarId("ua-office");
    private static final VisitId VISIT = new VisitId("0199b1d2-6a10-7c3e");
    private static final AppealId APPEAL = new AppealId("0199b1da-4c0e-7b91");
    private static final LetterDigest LETTER =
            new LetterDigest("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    private static final CustodyId CUSTODY = new CustodyId("0199b1d3-7c21-7e90");
    private static final CaseId CASE = new CaseId("nyc311-61234567");
    private static final SurveyId SURVEY = new SurveyId("0199b1d9-11aa-7f02");
    private static final ImportId IMPORT = new ImportId("0199b1e4-20c4-7d55");

    private static final CameraId CAMERA = new CameraId("lviv-03-cell-2");
    private static final FootageId FOOTAGE = new FootageId("0199b1f0-55d2-7e01");
    private static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String REDACTED = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752";
    private static final CommunityId COMMUNITY = new CommunityId("zhmerynka");
    private static final OfficerId OFFICER = new OfficerId("p-31c07d");
    private static final StationId STATION = new StationId("zhmerynka-1");

    private FactExamples() {}

    static final List<Fact> ALL = List.of(
            new OfficeRegistered(
                    OFFICE,
                    Map.of("uk", "Відділення № 3, Львів", "en", "Front office 3, Lviv"),
                    new OrganisationId("police-lviv"),
                    Map.of("uk", "Поліція Львівщини", "en", "Lviv region police"),
                    new RegionId("lviv"),
                    Map.of("uk", "Львівська громада", "en", "Lviv community"),
                    "Europe/Kyiv"),
            new OfficeRenamed(OFFICE, Map.of("uk", "Сервісне відділення, Львів", "en", "Service office, Lviv")),
            new OfficeClosed(OFFICE, "moved into front office 4"),
            new ServiceOffered(OFFICE, SERVICE, Map.of("uk", "Консультація", "en", "Advice"), 900),
            new ServiceWithdrawn(OFFICE, SERVICE),
            new DeskInstalled(OFFICE, DESK, Map.of("uk", "Вікно 2", "en", "Desk 2")),
            new DeskRemoved(OFFICE, DESK),
            new DeskOpened(OFFICE, DESK, STAFF),
            new BreakStarted(OFFICE, DESK, STAFF),
            new BreakEnded(OFFICE, DESK, STAFF),
            new DeskEngaged(OFFICE, DESK, VISIT, 1),
            new DeskReleased(OFFICE, DESK, VISIT, 1),
            new DeskClosed(OFFICE, DESK, STAFF),
            new DeskDismantled(OFFICE, DESK),
            new StaffLoggedIn(STAFF, OFFICE, DESK),
            new StaffLoggedOut(STAFF, OFFICE, DESK),
            new VisitorArrived(VISIT, OFFICE, Channel.IN_PERSON, Instant.parse("2026-03-02T08:30:00Z")),
            new TicketIssued(VISIT, "A042", SERVICE),
            new VisitorCalled(VISIT, 1, DESK, STAFF),
            new VisitorRecalled(VISIT, 1, DESK, STAFF),
            new LegRecycled(VISIT, 1),
            new ServiceStarted(VISIT, 1, DESK, STAFF),
            new ServiceHeld(VISIT, 1, "fills a form"),
            new ServiceResumed(VISIT, 1),
            new LegTransferred(VISIT, 1, new ServiceId("investigator"), new DeskId("5"), new StaffId("p-a90e44")),
            new ServiceFinished(VISIT, 1, "advice given"),
            new VisitorNoShow(VISIT, 1),
            new VisitorAbandoned(VISIT, 1),
            new VisitClosedBySystem(VISIT, 1, SystemCause.RESET),
            new VisitCorrectionProposed(
                    VISIT,
                    1,
                    "0199b1d4-90b2-7a61",
                    1,
                    CorrectedField.CALLED_AT,
                    "2026-03-02T08:47:00Z",
                    "2026-03-02T08:40:00Z",
                    "typed after the visitor had sat down",
                    "p-41c7d0"),
            new VisitCorrectionRejected(VISIT, 2, "the board shows 08:47"),
            new VisitCorrected(
                    VISIT,
                    "0199b1d4-90b2-7a61",
                    1,
                    CorrectedField.CALLED_AT,
                    "2026-03-02T08:47:00Z",
                    "2026-03-02T08:40:00Z",
                    "typed after the visitor had sat down",
                    1,
                    "p-41c7d0",
                    "p-a90e44"),
            new TicketNumberDrawn(OFFICE, LocalDate.parse("2026-03-02"), 42, VISIT),
            new PolicyPublished(
                    POLICY,
                    2,
                    Map.of("uk", "Відповідь на запит", "en", "A request is answered"),
                    Limit.workingHours(16),
                    30,
                    CALENDAR,
                    List.of("appeal.info-requested"),
                    Map.of("uk", "Наказ № 12 від 01.02.2026", "en", "Order No. 12 of 2026-02-01"),
                    Instant.parse("2026-02-28T22:00:00Z"),
                    Instant.parse("2026-12-31T22:00:00Z"),
                    true,
                    "the order came a day after it began to hold"),
            new PolicyEnded(POLICY, 2, Instant.parse("2026-06-30T21:00:00Z"), false, "order No. 30 replaces it"),
            new PolicyWithdrawn(POLICY, 2, "published with a wrong limit"),
            new CalendarPublished(
                    CALENDAR,
                    Map.of("uk", "Робочі дні", "en", "Working days"),
                    LocalDate.parse("2026-01-01"),
                    List.of(
                            new WeeklyHours(DayOfWeek.MONDAY, "09:00", "13:00"),
                            new WeeklyHours(DayOfWeek.MONDAY, "14:00", "18:00")),
                    List.of(new DatedHours(
                            LocalDate.parse("2026-08-24"),
                            "10:00",
                            "14:00",
                            Map.of("uk", "День незалежності України", "en", "Independence Day"))),
                    Map.of("uk", "Наказ № 3 від 12.01.2026", "en", "Order No. 3 of 2026-01-12"),
                    true,
                    "the order came after the first day"),
            new AppealLodged(
                    APPEAL,
                    OFFICE,
                    Channel.IN_PERSON,
                    VISIT,
                    AppealKind.COMPLAINT,
                    AppealTopic.CONDUCT_OF_STAFF,
                    new PersonId("s-2c9d41"),
                    true,
                    LETTER,
                    new ReceiptCode("7K2QF0M9XATB4ZC8WD1N5EHR6").digest()),
            new AppealRegistered(
                    APPEAL,
                    "lviv-03/2026/17",
                    LocalDate.parse("2026-03-02"),
                    "appeal-normal@1",
                    Instant.parse("2026-04-02T20:59:59.999Z")),
            new AppealAssigned(APPEAL, STAFF),
            new AppealForwarded(
                    APPEAL,
                    new OrganisationId("city-council"),
                    "appeal-forward@1",
                    Instant.parse("2026-03-07T21:59:59.999Z")),
            new AcknowledgementSent(APPEAL, false),
            new InfoRequested(APPEAL, "appeal-normal@3"),
            new InfoReceived(APPEAL, LETTER, Instant.parse("2026-04-11T20:59:59.999Z")),
            new TermShortened(APPEAL, Instant.parse("2026-03-20T21:59:59.999Z"), "court hearing on 23 March"),
            new TermExtended(
                    APPEAL,
                    Instant.parse("2026-04-16T20:59:59.999Z"),
                    "appeal-extended@1",
                    "expert opinion is awaited",
                    Instant.parse("2026-03-30T09:00:00Z")),
            new AnswerSent(APPEAL, AnswerOutcome.SATISFIED, LETTER),
            new AppealDeclined(APPEAL, DeclineGround.REPEAT, new AppealId("0199a0c1-77d2-7c00")),
            new AppealWithdrawn(APPEAL),
            new AppealReopened(
                    APPEAL,
                    "new evidence",
                    LocalDate.parse("2026-04-05"),
                    "appeal-normal@1",
                    Instant.parse("2026-05-05T20:59:59.999Z")),
            new HigherComplaintLodged(APPEAL, new OrganisationId("national-police")),
            new AppealCorrectionProposed(
                    APPEAL,
                    1,
                    "0199b1da-90b2-7a61",
                    AppealField.RECEIVED_AT,
                    "2026-03-02T08:47:00Z",
                    "2026-03-01T08:40:00Z",
                    "the postmark says so",
                    "p-41c7d0"),
            new AppealCorrectionRejected(APPEAL, 1, "the postmark cannot be read"),
            new AppealCorrected(
                    APPEAL,
                    "0199b1da-90b2-7a61",
                    AppealField.RECEIVED_AT,
                    "2026-03-02T08:47:00Z",
                    "2026-03-01T08:40:00Z",
                    "the postmark says so",
                    1,
                    "p-a90e44",
                    LocalDate.parse("2026-03-01"),
                    "appeal-normal@1",
                    Instant.parse("2026-04-01T20:59:59.999Z")),
            new RegisterNumberDrawn(OFFICE, 2026, 17, APPEAL),
            new ObligationBreached(
                    new ObligationId("5b0d3b1c8c2f4c6f9a7d1e2f3a4b5c6d"),
                    "custody-hospital",
                    "custody-0199b1d2-77aa-7c01",
                    OFFICE,
                    Instant.parse("2026-03-02T12:00:00Z"),
                    Instant.parse("2026-03-02T12:05:00Z"),
                    "custody-hospital@1"),
            new CaseOpened(
                    CASE,
                    new OfficeId("nyc311-brooklyn-07"),
                    new ServiceId("noise-residential"),
                    Map.of("en", "Noise - Residential"),
                    "PHONE",
                    Instant.parse("2026-03-03T08:00:00Z")),
            new CaseStepRecorded(CASE, "Inspection", "resource-12", "Borough team"),
            new CaseResponded(CASE),
            new CaseClosed(CASE, "condition corrected"),
            new ArrivalFact.PersonApprehended(
                    CUSTODY,
                    new PersonId("p-41c7d0"),
                    new OfficeId("lviv-unit-1"),
                    DetentionGround.WITHOUT_RULING,
                    false,
                    true),
            new ArrivalFact.PersonDelivered(CUSTODY),
            new ArrivalFact.CustodyRecordOpened(CUSTODY),
            new RightsFact.RightsExplained(CUSTODY, "uk", RightsFact.Signature.SIGNED),
            new RightsFact.InterpreterArrived(CUSTODY, "ro"),
            new RightsFact.ConsulateNotified(CUSTODY),
            new LegalAidFact.LegalAidNotified(CUSTODY),
            new LegalAidFact.LawyerAssigned(CUSTODY, new PersonId("p-5be019")),
            new LegalAidFact.LawyerArrived(CUSTODY),
            new LegalAidFact.ConsultationStarted(CUSTODY),
            new LegalAidFact.ConsultationEnded(CUSTODY),
            new RelativesFact.RelativesNotified(CUSTODY),
            new RelativesFact.NotificationDelayed(CUSTODY, STAFF, RelativesFact.DelayGround.UNREACHABLE),
            new HealthFact.VisibleInjuriesNoted(CUSTODY, HealthFact.Injuries.MINOR),
            new HealthFact.MedicalRequested(CUSTODY, HealthFact.Requester.PERSON),
            new HealthFact.MedicalExamined(CUSTODY, HealthFact.Fitness.FIT_WITH_CONDITIONS),
            new HealthFact.MedicationGiven(CUSTODY),
            new CareFact.CellVisitDone(CUSTODY, CareFact.Observation.INTERMITTENT, true),
            new CareFact.MealOffered(CUSTODY, true),
            new LocationFact.CellAssigned(CUSTODY, new CellId("3")),
            new LocationFact.TakenOut(CUSTODY, LocationFact.Destination.HOSPITAL),
            new LocationFact.Returned(CUSTODY),
            new LocationFact.BroughtToCourt(CUSTODY),
            new LocationFact.Transferred(CUSTODY, new OfficeId("lviv-itt")),
            new ProcedureFact.InterviewOfDetaineeHeld(CUSTODY),
            new ProcedureFact.InterviewOfOfficerHeld(CUSTODY, STAFF),
            new ProcedureFact.SearchDone(CUSTODY),
            new ProcedureFact.PropertyLogged(CUSTODY, 4),
            new ProcedureFact.PropertyReturned(CUSTODY, 4),
            new ProcedureFact.UseOfForceRecorded(CUSTODY, ProcedureFact.Means.HANDCUFFS, STAFF),
            new ProcedureFact.QuestioningStarted(CUSTODY, STAFF),
            new ProcedureFact.QuestioningEnded(CUSTODY),
            new ProcedureFact.ReviewDone(CUSTODY, ProcedureFact.Rank.INSPECTOR, STAFF),
            new ProcedureFact.ComplaintMade(CUSTODY, ProcedureFact.Subject.CONDITIONS),
            new ProcedureFact.ComplaintRegistered(CUSTODY),
            new ProcedureFact.CourtRuled(CUSTODY, ProcedureFact.Ruling.OTHER_MEASURE),
            new RecordFact.ClockStarted(
                    CUSTODY,
                    Duty.REVIEW,
                    Instant.parse("2026-03-02T08:55:00Z"),
                    Instant.parse("2026-03-02T14:55:00Z"),
                    "custody-review-first@1"),
            new RecordFact.PersonReleased(CUSTODY, RecordFact.ReleaseGround.COURT),
            new RecordFact.CustodyRecordSealed(CUSTODY),
            new RecordFact.CopyDisclosed(CUSTODY, RecordFact.Recipient.LAWYER),
            new RecordFact.RecordAccessed(CUSTODY, "p-7d2e", RecordFact.Purpose.COMPLAINT, "17/2026"),
            new RecordFact.LateEntryMade(CUSTODY, "custody.cell-visit-done", "network was down", "asleep, roused"),
            new RecordFact.CorrectionProposed(
                    CUSTODY,
                    1,
                    "0199b1d4-90b2-7a61",
                    CustodyField.LAST_VISIT_AT,
                    "2026-03-03T01:10:00Z",
                    "2026-03-03T02:05:00Z",
                    "camera shows 02:05",
                    "p-7f31c2"),
            new RecordFact.CorrectionRejected(CUSTODY, 2, "camera shows 01:10"),
            new RecordFact.EntryCorrected(
                    CUSTODY,
                    "0199b1d4-90b2-7a61",
                    CustodyField.LAST_VISIT_AT,
                    "2026-03-03T01:10:00Z",
                    "2026-03-03T02:05:00Z",
                    "camera shows 02:05",
                    1,
                    "p-a90e44"),
            new RecordFact.PersonHandedOver(
                    CUSTODY, 17, "p-7f31c2", "p-a90e44", 5, Duty.CELL_VISIT, Instant.parse("2026-03-03T06:40:00Z")),
            new UnitFact.PersonAdmitted(new OfficeId("lviv-unit-1"), CUSTODY, new PersonId("p-41c7d0")),
            new UnitFact.PersonLeft(new OfficeId("lviv-unit-1"), CUSTODY),
            new UnitFact.HandoverOffered(new OfficeId("lviv-unit-1"), 17, "p-7f31c2"),
            new UnitFact.ShiftHandedOver(new OfficeId("lviv-unit-1"), 17, "p-7f31c2", "p-a90e44", 6),
            new QueueObserved(OFFICE, new QueueId("passports"), Map.of("en", "Passports"), 12, 4, "B117", 540),
            new SurveyOffered(
                    SURVEY,
                    OFFICE,
                    VISIT,
                    SERVICE,
                    new AppealId("0199b1d6-77c0-7b19"),
                    SurveyChannel.KIOSK,
                    Instant.parse("2026-03-16T21:59:59.999Z"),
                    "feedback-survey-open@1"),
            new SurveyAnswered(SURVEY, OFFICE, VISIT, SERVICE, 5, 9, "quick and polite", SurveyChannel.KIOSK),
            new CameraInstalled(CAMERA, OFFICE, "cell 2", CameraArea.CUSTODY, "custody"),
            new CameraMoved(CAMERA, OFFICE, "cell 4", CameraArea.CUSTODY),
            new CameraRemoved(CAMERA, OFFICE, "replaced by lviv-03-cell-4b"),
            new ClockOffsetMeasured(CAMERA, OFFICE, 1_400),
            new SegmentRecorded(
                    FOOTAGE,
                    CAMERA,
                    OFFICE,
                    "cell 2",
                    CameraArea.CUSTODY,
                    Instant.parse("2026-03-02T08:30:00Z"),
                    Instant.parse("2026-03-02T08:45:00Z"),
                    "custody"),
            new SegmentIngested(
                    FOOTAGE,
                    SHA256,
                    48_210_932L,
                    "video/mp4",
                    1_400L,
                    "9f/" + SHA256 + "-1b2c3d4e-0199b1f0-55d2-7e01",
                    Instant.parse("2026-04-01T20:59:59.999Z"),
                    "footage-retention-custody@1"),
            new GapDetected(
                    FOOTAGE,
                    Instant.parse("2026-03-02T08:41:10Z"),
                    Instant.parse("2026-03-02T08:41:50Z"),
                    GapCause.RECORDER_STOPPED),
            new FootageLinked(
                    FOOTAGE,
                    LinkTarget.VISIT,
                    "0199b1d2-6a10-7c3e",
                    "0199b1d4-90b2-7a61",
                    Instant.parse("2026-03-02T08:40:00Z")),
            new FootageAccessed(FOOTAGE, "p-a90e44", AccessPurpose.COMPLAINT, "inquiry 17/2026", SHA256),
            new RedactedCopyMade(
                    FOOTAGE, REDACTED, 47_902_114L, "video/mp4", "60/" + REDACTED + "-5e6f7a8b-0199b1f0-55d2-7e01"),
            new FootageExported(FOOTAGE, "p-a90e44", ExportRecipient.OMBUDSMAN, "request 4/2026", REDACTED),
            new HoldPlaced(FOOTAGE, "inquiry-17", HoldGround.INTERNAL_INQUIRY, "inquiry 17/2026"),
            new HoldReleased(FOOTAGE, "inquiry-17", "the inquiry is closed"),
            new IntegrityChecked(FOOTAGE, SHA256, false, IntegrityFinding.CHANGED, REDACTED),
            new FlawExplained(FOOTAGE, Flaw.GAP, "power cut in the building; the recorder has a battery now"),
            new RetentionExpired(FOOTAGE, Instant.parse("2026-04-01T20:59:59.999Z"), "footage-retention-custody@1"),
            new FootagePurged(FOOTAGE, SHA256, 1),
            new CommunityRegistered(
                    COMMUNITY,
                    Map.of("uk", "Жмеринська громада", "en", "Zhmerynka community"),
                    new RegionId("vinnytsia"),
                    Map.of("uk", "Вінницька область", "en", "Vinnytsia region"),
                    new OfficeId("vinnytsia-02"),
                    "Europe/Kyiv",
                    41_200,
                    "State Statistics Service",
                    LocalDate.parse("2022-01-01")),
            new PopulationRestated(COMMUNITY, 43_900, "community council", LocalDate.parse("2023-01-01")),
            new MemorandumSigned(COMMUNITY),
            new ContactRecorded(COMMUNITY, ContactKind.SCHOOL, OFFICER, 60),
            new ReportGiven(COMMUNITY, OFFICER, 35),
            new OfficerSelected(OFFICER, new OfficeId("vinnytsia-02"), COMMUNITY),
            new TrainingStarted(OFFICER),
            new TrainingCompleted(OFFICER),
            new OfficerAssigned(OFFICER, new OfficeId("vinnytsia-02"), COMMUNITY),
            new OfficerAbsent(OFFICER, AbsenceKind.LEAVE),
            new OfficerReturned(OFFICER),
            new OfficerReassigned(OFFICER, COMMUNITY, new OfficeId("vinnytsia-04"), new CommunityId("bar")),
            new OfficerLeft(OFFICER, LeavingKind.RETIRED),
            new StationOpened(
                    STATION,
                    new OfficeId("vinnytsia-02"),
                    COMMUNITY,
                    Map.of("uk", "Поліцейська станція, Жмеринка", "en", "Police station, Zhmerynka"),
                    List.of(Room.RECEPTION, Room.INTERVIEW, Room.DWELLING)),
            new StationFitted(STATION, List.of(Room.RECEPTION, Room.INTERVIEW, Room.CHILDREN)),
            new StationClosed(STATION, "moved into the council building"),
            new TrustSurveyPublished(
                    new PublicationId("trust-zhmerynka-2026"),
                    new OfficeId("vinnytsia-02"),
                    new RegionId("vinnytsia"),
                    COMMUNITY,
                    "regional university",
                    400,
                    70.2,
                    4.9,
                    LocalDate.parse("2026-02-01"),
                    LocalDate.parse("2026-02-14")),
            new FiguresPublished(
                    new PublicationId("kmu-2021-03"),
                    new OfficeId("vinnytsia-02"),
                    "fin.org.ua",
                    LocalDate.parse("2021-03-03"),
                    273,
                    450,
                    3_500_000),
            new PublicationWithdrawn(new PublicationId("kmu-2021-03"), "typed twice"),
            new ImportStarted(
                    IMPORT,
                    "requests-2026-02.csv",
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "nyc311"),
            new ImportFinished(IMPORT, "COMPLETED", 10_000, 9_950, 42, 8));
}
