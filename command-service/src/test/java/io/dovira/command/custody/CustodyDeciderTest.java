package io.dovira.command.custody;

import static io.dovira.command.custody.Sample.ID;
import static io.dovira.command.custody.Sample.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.corrections.CorrectionReason;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.CellId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.StaffId;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.CareFact.Observation;
import io.dovira.events.custody.CustodyField;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.HealthFact.Fitness;
import io.dovira.events.custody.HealthFact.MedicalExamined;
import io.dovira.events.custody.HealthFact.MedicalRequested;
import io.dovira.events.custody.HealthFact.Requester;
import io.dovira.events.custody.LegalAidFact.ConsultationEnded;
import io.dovira.events.custody.LegalAidFact.ConsultationStarted;
import io.dovira.events.custody.LegalAidFact.LawyerAssigned;
import io.dovira.events.custody.LegalAidFact.LegalAidNotified;
import io.dovira.events.custody.LocationFact.BroughtToCourt;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.LocationFact.Destination;
import io.dovira.events.custody.LocationFact.Returned;
import io.dovira.events.custody.LocationFact.TakenOut;
import io.dovira.events.custody.LocationFact.Transferred;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.ProcedureFact.ComplaintMade;
import io.dovira.events.custody.ProcedureFact.ComplaintRegistered;
import io.dovira.events.custody.ProcedureFact.CourtRuled;
import io.dovira.events.custody.ProcedureFact.Rank;
import io.dovira.events.custody.ProcedureFact.ReviewDone;
import io.dovira.events.custody.ProcedureFact.Ruling;
import io.dovira.events.custody.ProcedureFact.Subject;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.custody.RecordFact.CopyDisclosed;
import io.dovira.events.custody.RecordFact.CorrectionProposed;
import io.dovira.events.custody.RecordFact.CustodyRecordSealed;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.events.custody.RecordFact.LateEntryMade;
import io.dovira.events.custody.RecordFact.PersonHandedOver;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.custody.RecordFact.Purpose;
import io.dovira.events.custody.RecordFact.Recipient;
import io.dovira.events.custody.RecordFact.RecordAccessed;
import io.dovira.events.custody.RecordFact.ReleaseGround;
import io.dovira.events.custody.RelativesFact.DelayGround;
import io.dovira.events.custody.RelativesFact.NotificationDelayed;
import io.dovira.events.custody.RelativesFact.RelativesNotified;
import io.dovira.events.custody.UnitFact.PersonAdmitted;
import io.dovira.events.custody.UnitFact.PersonLeft;
import io.dovira.events.custody.UnitFact.ShiftHandedOver;
import io.dovira.events.obligations.Obligation;
import io.dovira.events.obligations.ObligationState;
import io.dovira.events.obligations.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Apprehended at minute 0, delivered at 1, registered at 2, in a cell at 3. */
class CustodyDeciderTest {
    private final CustodyHall hall = new CustodyHall();

    private void inTheCell() {
        for (int i = 0; i < 4; i++) {
            facts(hall.enter(Sample.inTheCell().get(i), i));
        }
    }

    private static List<Fact> facts(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).facts();
    }

    private static void refused(Reason reason, Decision decision) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Declined.class,
                        no -> assertThat(no.refusal().reason()).isEqualTo(reason));
    }

    @Nested
    class Clocks {

        @Test
        void runByTheLawOfTheDay() {
            List<Fact> facts = facts(hall.enter(Sample.apprehended(DetentionGround.WITHOUT_RULING), 0));

            assertThat(facts)
                    .contains(
                            clock(Duty.END_DETENTION, 0, 216 * 60, "custody-without-ruling@2"),
                            clock(Duty.BRING_TO_COURT, 0, 60 * 60, "custody-court-delivery@1"),
                            clock(Duty.HEAR_MEASURE, 0, 72 * 60, "custody-measure-hearing@1"));
        }

        @Test
        void ranByTheLawOfAnEarlierDay() {
            Instant before = Instant.parse("2021-05-01T10:00:00Z");

            Decision decision = hall.decide(
                    new MakeEntry(Sample.apprehended(DetentionGround.WITHOUT_RULING)),
                    Moment.at(Sample.EIGHT, before),
                    "p-1");

            assertThat(facts(decision))
                    .contains(new ClockStarted(
                            ID,
                            Duty.END_DETENTION,
                            before,
                            Instant.parse("2021-05-04T10:00:00Z"),
                            "custody-without-ruling@1"));
        }

        @Test
        void beginAgainWithEachVisitAndRunFasterForWhoIsWatchedClosely() {
            inTheCell();

            assertThat(facts(hall.enter(new CellVisitDone(ID, Observation.GENERAL, false), 60)))
                    .contains(clock(Duty.CELL_VISIT, 60, 120, "custody-cell-visit@1"));
            assertThat(facts(hall.enter(new CellVisitDone(ID, Observation.INTERMITTENT, true), 110)))
                    .contains(clock(Duty.CELL_VISIT, 110, 140, "custody-cell-visit-l2@1"));
        }

        @Test
        void areNotMovedByAVisitThatIsToldLate() {
            inTheCell();
            hall.enter(new CellVisitDone(ID, Observation.GENERAL, false), 120);

            assertThat(facts(hall.enter(new CellVisitDone(ID, Observation.GENERAL, false), 60, 125)))
                    .containsExactly(new CellVisitDone(ID, Observation.GENERAL, false));
            assertThat(hall.now().dueAt(Duty.CELL_VISIT)).isEqualTo(minute(180));
        }

        @Test
        void giveTheFirstReviewSixHoursAndTheNextNine() {
            inTheCell();
            assertThat(hall.now().dueAt(Duty.REVIEW)).isEqualTo(minute(2 + 6 * 60));

            assertThat(facts(hall.enter(new ReviewDone(ID, Rank.INSPECTOR, new StaffId("p-9")), 300)))
                    .contains(clock(Duty.REVIEW, 300, 300 + 9 * 60, "custody-review-next@1"));
        }

        @Test
        void makeHospitalDueWhenADoctorSaysUnfit() {
            inTheCell();

            assertThat(facts(hall.enter(new MedicalExamined(ID, Fitness.UNFIT), 30)))
                    .contains(clock(Duty.HOSPITAL, 30, 35, "custody-hospital@1"));
        }
    }

    private static ClockStarted clock(Duty duty, int from, int due, String policy) {
        return new ClockStarted(ID, duty, minute(from), minute(due), policy);
    }

    @Nested
    class Entries {

        @Test
        void areJudgedByThePhaseInWhichTheyHappened() {
            inTheCell();
            hall.enter(new BroughtToCourt(ID), 200);

            facts(hall.enter(new CellVisitDone(ID, Observation.GENERAL, false), 190, 240));
            refused(
                    CustodyReason.CUSTODY_STATE,
                    hall.enter(new CellVisitDone(ID, Observation.GENERAL, false), 210, 240));
            refused(CustodyReason.NOT_HELD_THEN, hall.enter(new RelativesNotified(ID), -1, 240));
        }

        @Test
        void moveNobodyBeforeTheLastMove() {
            inTheCell();
            hall.enter(new BroughtToCourt(ID), 200);

            refused(PlatformReason.BEFORE_LAST_FACT, hall.enter(new Returned(ID), 150, 240));
            refused(CustodyReason.CUSTODY_STATE, hall.enter(new BroughtToCourt(ID), 250));
            facts(hall.enter(new Returned(ID), 230));
        }

        @Test
        void visitNoCellThatIsNotAssigned() {
            hall.enter(Sample.inTheCell().get(0), 0);
            hall.enter(Sample.inTheCell().get(1), 1);

            refused(CustodyReason.NO_CELL, hall.enter(new CellVisitDone(ID, Observation.GENERAL, false), 5));
        }

        @Test
        void beginAndEndATalkOnce() {
            inTheCell();

            refused(CustodyReason.CUSTODY_STATE, hall.enter(new ConsultationEnded(ID), 10));
            facts(hall.enter(new ConsultationStarted(ID), 10));
            refused(CustodyReason.CUSTODY_STATE, hall.enter(new ConsultationStarted(ID), 11));
        }

        @Test
        void tellTheUnitWhoComesAndWhoGoes() {
            hall.enter(Sample.inTheCell().get(0), 0);

            assertThat(facts(hall.enter(Sample.inTheCell().get(1), 1)))
                    .contains(new PersonAdmitted(Sample.UNIT, ID, Sample.PERSON));
            assertThat(facts(hall.enter(new Transferred(ID, new OfficeId("lviv-itt")), 5)))
                    .contains(new PersonLeft(Sample.UNIT, ID));
        }

        @Test
        void letNobodyWaitForPaperworkToBeFree() {
            hall.enter(Sample.inTheCell().get(0), 0);

            assertThat(facts(hall.enter(new PersonReleased(ID, ReleaseGround.NO_GROUNDS), 5)))
                    .containsExactly(new PersonReleased(ID, ReleaseGround.NO_GROUNDS));
        }
    }

    @Nested
    class Seal {

        private void seal() {
            inTheCell();
            hall.enter(new PersonReleased(ID, ReleaseGround.COURT), 300);
            facts(hall.enter(new CustodyRecordSealed(ID), 310));
        }

        @Test
        void leavesLateEntriesCorrectionsAndDisclosures() {
            seal();

            refused(
                    CustodyReason.RECORD_SEALED,
                    hall.enter(new CellVisitDone(ID, Observation.GENERAL, false), 200, 400));
            refused(CustodyReason.RECORD_SEALED, hall.enter(new CellAssigned(ID, new CellId("4")), 400));
            facts(hall.enter(new LateEntryMade(ID, "custody.cell-visit-done", "network was down", null), 200, 400));
            facts(hall.enter(new CopyDisclosed(ID, Recipient.LAWYER), 400));
            facts(hall.enter(new RecordAccessed(ID, "p-1", Purpose.OVERSIGHT, "17/2026"), 400));
            facts(hall.decide(
                    new CorrectEntry(ID, "e0", CustodyField.REMARK, "a", "b", "seen"), Moment.now(minute(400)), "p-1"));
            assertThat(hall.now().phase()).isEqualTo(Phase.SEALED);
        }

        @Test
        void asksALateEntryWhenItHappened() {
            seal();

            refused(
                    CustodyReason.TIME_MISSING,
                    hall.decide(
                            new MakeEntry(new LateEntryMade(ID, "custody.cell-visit-done", "x", null)),
                            Moment.now(minute(400)),
                            "p-1"));
        }
    }

    @Nested
    class Corrections {

        private CorrectEntry apprehendedAt(int was, int is) {
            return new CorrectEntry(
                    ID,
                    "e0",
                    CustodyField.APPREHENDED_AT,
                    minute(was).toString(),
                    minute(is).toString(),
                    "bodycam");
        }

        @Test
        void ofAFewMinutesHoldAtOnceAndMoveTheClocks() {
            inTheCell();

            List<Fact> facts = facts(hall.decide(apprehendedAt(0, -4), Moment.now(minute(20)), "p-1"));

            assertThat(facts.getFirst()).isInstanceOf(EntryCorrected.class);
            assertThat(facts).contains(clock(Duty.BRING_TO_COURT, -4, 60 * 60 - 4, "custody-court-delivery@1"));
            assertThat(hall.now().apprehendedAt()).isEqualTo(minute(-4));
        }

        @Test
        void ofMoreWaitForAnotherPerson() {
            inTheCell();

            assertThat(facts(hall.decide(apprehendedAt(0, -40), Moment.now(minute(20)), "p-1")))
                    .singleElement()
                    .isInstanceOf(CorrectionProposed.class);
            assertThat(hall.now().apprehendedAt()).isEqualTo(minute(0));
            refused(
                    CorrectionReason.SECOND_PERSON_NEEDED,
                    hall.decide(new ApproveCorrection(ID, 1), Moment.now(minute(21)), "p-1"));

            List<Fact> approved = facts(hall.decide(new ApproveCorrection(ID, 1), Moment.now(minute(22)), "p-2"));

            assertThat(approved.getFirst())
                    .isInstanceOfSatisfying(
                            EntryCorrected.class,
                            corrected -> assertThat(corrected.approvedBy()).isEqualTo("p-2"));
            assertThat(hall.now().apprehendedAt()).isEqualTo(minute(-40));
            assertThat(hall.now().corrections().waiting()).isEmpty();
            refused(
                    CorrectionReason.CORRECTION_UNKNOWN,
                    hall.decide(new ApproveCorrection(ID, 1), Moment.now(minute(23)), "p-2"));
        }

        @Test
        void areRejectedWithAReason() {
            inTheCell();
            hall.decide(apprehendedAt(0, -40), Moment.now(minute(20)), "p-1");

            facts(hall.decide(new RejectCorrection(ID, 1, "camera says otherwise"), Moment.now(minute(22)), "p-2"));

            assertThat(hall.now().corrections().waiting()).isEmpty();
            assertThat(hall.now().apprehendedAt()).isEqualTo(minute(0));
        }

        @Test
        void areOfWhatWasSeenAndToWhatCouldHaveBeen() {
            inTheCell();

            refused(CorrectionReason.WAS_DIFFERS, hall.decide(apprehendedAt(1, -4), Moment.now(minute(20)), "p-1"));
            refused(CorrectionReason.ORDER_BROKEN, hall.decide(apprehendedAt(0, 3), Moment.now(minute(20)), "p-1"));
            refused(CorrectionReason.NOTHING_CHANGED, hall.decide(apprehendedAt(0, 0), Moment.now(minute(20)), "p-1"));
            refused(
                    CorrectionReason.EVENT_UNKNOWN,
                    hall.decide(
                            new CorrectEntry(ID, "elsewhere", CustodyField.CELL, "3", "4", "x"),
                            Moment.now(minute(20)),
                            "p-1"));
            refused(
                    CorrectionReason.VALUE_UNREADABLE,
                    hall.decide(
                            new CorrectEntry(ID, "e0", CustodyField.GROUND, "WITHOUT_RULING", "BOREDOM", "x"),
                            Moment.now(minute(20)),
                            "p-1"));
        }

        @Test
        void ofTheGroundChooseOtherLimits() {
            inTheCell();
            hall.decide(
                    new CorrectEntry(ID, "e0", CustodyField.GROUND, "WITHOUT_RULING", "ADMINISTRATIVE", "protocol"),
                    Moment.now(minute(20)),
                    "p-1");

            facts(hall.decide(new ApproveCorrection(ID, 1), Moment.now(minute(22)), "p-2"));

            assertThat(hall.now().dueAt(Duty.END_DETENTION)).isEqualTo(minute(180));
            assertThat(hall.now().task(Duty.BRING_TO_COURT)).isEmpty();
        }

        private void ground(DetentionGround was, DetentionGround is, int minute) {
            hall.decide(
                    new CorrectEntry(ID, "e0", CustodyField.GROUND, was.name(), is.name(), "protocol"),
                    Moment.now(minute(minute)),
                    "p-1");
            facts(hall.decide(
                    new ApproveCorrection(ID, hall.now().corrections().proposed()),
                    Moment.now(minute(minute + 1)),
                    "p-2"));
        }

        @Test
        void ofTheGroundCallBackWhatNobodyOwes() {
            inTheCell();

            ground(DetentionGround.WITHOUT_RULING, DetentionGround.ADMINISTRATIVE, 20);

            assertThat(outcome(Duty.BRING_TO_COURT)).isEqualTo(Outcome.LAPSED);
            assertThat(outcome(Duty.HEAR_MEASURE)).isEqualTo(Outcome.LAPSED);

            ground(DetentionGround.ADMINISTRATIVE, DetentionGround.WITHOUT_RULING, 30);

            assertThat(outcome(Duty.BRING_TO_COURT)).isEqualTo(Outcome.OPEN);
            assertThat(hall.now().dueAt(Duty.BRING_TO_COURT)).isEqualTo(minute(60 * 60));
            assertThat(hall.now().dueAt(Duty.END_DETENTION)).isEqualTo(minute(216 * 60));
        }

        @Test
        void ofTheGroundCountWhatWasDoneAlready() {
            administrative();
            facts(hall.enter(new BroughtToCourt(ID), 100));
            facts(hall.enter(new CourtRuled(ID, Ruling.DETAINED), 130));

            ground(DetentionGround.ADMINISTRATIVE, DetentionGround.WITHOUT_RULING, 140);

            assertThat(outcome(Duty.BRING_TO_COURT)).isEqualTo(Outcome.MET);
            assertThat(hall.obligation(Duty.BRING_TO_COURT).orElseThrow().closedAt())
                    .isEqualTo(minute(100));
            assertThat(outcome(Duty.HEAR_MEASURE)).isEqualTo(Outcome.MET);
        }

        @Test
        void ofTheGroundOpenNothingTowardsWhoIsFree() {
            administrative();
            facts(hall.enter(new PersonReleased(ID, ReleaseGround.COURT), 150));
            facts(hall.enter(new CustodyRecordSealed(ID), 160));

            ground(DetentionGround.ADMINISTRATIVE, DetentionGround.WITHOUT_RULING, 170);

            assertThat(hall.now().isOpen(Duty.BRING_TO_COURT)).isFalse();
            assertThat(hall.obligation(Duty.BRING_TO_COURT)).isEmpty();
            assertThat(hall.obligation(Duty.HEAR_MEASURE)).isEmpty();
        }

        private void administrative() {
            facts(hall.enter(Sample.apprehended(DetentionGround.ADMINISTRATIVE), 0));
            for (int i = 1; i < 4; i++) {
                facts(hall.enter(Sample.inTheCell().get(i), i));
            }
        }

        @Test
        void ofWhatStopsAClockCountByItsTime() {
            inTheCell();
            facts(hall.enter(new BroughtToCourt(ID), 60 * 60 + 2));
            facts(hall.enter(new CourtRuled(ID, Ruling.DETAINED), 72 * 60 + 2));
            assertThat(outcome(Duty.BRING_TO_COURT)).isEqualTo(Outcome.MET_LATE);
            assertThat(outcome(Duty.HEAR_MEASURE)).isEqualTo(Outcome.MET_LATE);

            facts(correct(CustodyField.BROUGHT_TO_COURT_AT, 60 * 60 + 2, 60 * 60 - 1));
            facts(correct(CustodyField.COURT_RULED_AT, 72 * 60 + 2, 72 * 60 - 1));

            assertThat(outcome(Duty.BRING_TO_COURT)).isEqualTo(Outcome.MET);
            assertThat(outcome(Duty.HEAR_MEASURE)).isEqualTo(Outcome.MET);
            assertThat(hall.now().since(Phase.AT_COURT)).isEqualTo(minute(60 * 60 - 1));
        }

        @Test
        void ofTheReleaseAndOfTheWayOutMoveWhatEndedWithThem() {
            facts(hall.enter(Sample.apprehended(DetentionGround.ADMINISTRATIVE), 0));
            facts(hall.enter(Sample.inTheCell().get(1), 1));
            facts(hall.enter(new MedicalExamined(ID, Fitness.UNFIT), 30));
            facts(hall.enter(new TakenOut(ID, Destination.HOSPITAL), 36));
            facts(hall.enter(new PersonReleased(ID, ReleaseGround.COURT), 182));
            assertThat(outcome(Duty.HOSPITAL)).isEqualTo(Outcome.MET_LATE);
            assertThat(outcome(Duty.END_DETENTION)).isEqualTo(Outcome.MET_LATE);

            facts(correct(CustodyField.TAKEN_OUT_AT, 36, 34));
            facts(correct(CustodyField.RELEASED_AT, 182, 178));

            assertThat(outcome(Duty.HOSPITAL)).isEqualTo(Outcome.MET);
            assertThat(outcome(Duty.END_DETENTION)).isEqualTo(Outcome.MET);
            refused(CorrectionReason.ORDER_BROKEN, correct(CustodyField.RELEASED_AT, 178, 33));
        }

        @Test
        void ofTheReturnMoveWhatGoesOnFromIt() {
            inTheCell();
            facts(hall.enter(new TakenOut(ID, Destination.INVESTIGATION), 60));
            facts(hall.enter(new Returned(ID), 120));
            assertThat(hall.now().phaseAt(minute(118))).contains(Phase.IN_TRANSFER);
            assertThat(hall.obligation(Duty.CELL_VISIT).orElseThrow().from()).isEqualTo(minute(120));

            facts(correct(CustodyField.RETURNED_AT, 120, 117));

            assertThat(hall.now().phaseAt(minute(118))).contains(Phase.OPEN);
            assertThat(hall.now().phaseSince()).isEqualTo(minute(117));
            assertThat(hall.obligation(Duty.CELL_VISIT).orElseThrow().from()).isEqualTo(minute(117));
            refused(CorrectionReason.ORDER_BROKEN, correct(CustodyField.RETURNED_AT, 117, 59));
            facts(hall.enter(new BroughtToCourt(ID), 130));
            refused(CorrectionReason.ORDER_BROKEN, correct(CustodyField.RETURNED_AT, 117, 131));
        }

        @Test
        void ofTheExaminationMoveTheWayToHospital() {
            inTheCell();
            facts(hall.enter(new MedicalExamined(ID, Fitness.UNFIT), 30));

            assertThat(facts(correct(CustodyField.EXAMINED_AT, 30, 33)))
                    .contains(clock(Duty.HOSPITAL, 33, 38, "custody-hospital@1"));
            assertThat(hall.obligation(Duty.HOSPITAL).orElseThrow().due()).isEqualTo(minute(38));
        }

        private Decision correct(CustodyField field, int was, int is) {
            return hall.decide(
                    new CorrectEntry(
                            ID, "e0", field, minute(was).toString(), minute(is).toString(), "camera"),
                    Moment.now(minute(80 * 60)),
                    "p-1");
        }
    }

    private Outcome outcome(Duty duty) {
        return hall.obligation(duty).orElseThrow().outcome();
    }

    /** Told after what met the duty, and true all the same. */
    @Nested
    class LateTruths {

        @Test
        void askForNoLawyerWhoIsNamedAlready() {
            inTheCell();
            facts(hall.enter(new LawyerAssigned(ID, new PersonId("p-5")), 70));

            assertThat(facts(hall.enter(new LegalAidNotified(ID), 40, 90)))
                    .contains(clock(Duty.ASSIGN_LAWYER, 40, 100, "custody-lawyer-named@1"));

            assertThat(outcome(Duty.ASSIGN_LAWYER)).isEqualTo(Outcome.MET);
            assertThat(outcome(Duty.NOTIFY_LEGAL_AID)).isEqualTo(Outcome.MET);
        }

        @Test
        void sendNobodyToHospitalWhoIsThere() {
            inTheCell();
            facts(hall.enter(new TakenOut(ID, Destination.HOSPITAL), 55));

            facts(hall.enter(new MedicalExamined(ID, Fitness.UNFIT), 52, 120));
            assertThat(outcome(Duty.HOSPITAL)).isEqualTo(Outcome.MET);

            facts(hall.enter(new MedicalExamined(ID, Fitness.UNFIT), 70, 121));
            assertThat(hall.now().isOpen(Duty.HOSPITAL)).isFalse();
        }

        @Test
        void callNoDoctorWhoCame() {
            inTheCell();
            facts(hall.enter(new MedicalExamined(ID, Fitness.FIT), 50));

            facts(hall.enter(new MedicalRequested(ID, Requester.PERSON), 10, 60));

            assertThat(outcome(Duty.MEDICAL_EXAMINATION)).isEqualTo(Outcome.MET_LATE);
        }

        @Test
        void registerNoComplaintTwice() {
            inTheCell();
            facts(hall.enter(new ComplaintRegistered(ID), 50));

            facts(hall.enter(new ComplaintMade(ID, Subject.CONDITIONS), 10, 60));

            assertThat(outcome(Duty.REGISTER_COMPLAINT)).isEqualTo(Outcome.MET);
        }

        @Test
        void giveNoMoreTimeByAskingAgain() {
            inTheCell();
            facts(hall.enter(new MedicalRequested(ID, Requester.PERSON), 10));
            facts(hall.enter(new MedicalRequested(ID, Requester.LAWYER), 35));

            assertThat(hall.now().dueAt(Duty.MEDICAL_EXAMINATION)).isEqualTo(minute(40));
        }
    }

    /** Told, or a delay ordered: one of them within the hour. */
    @Nested
    class Relatives {
        private final NotificationDelayed delay =
                new NotificationDelayed(ID, new StaffId("p-9"), DelayGround.INVESTIGATION);

        @Test
        void waitLawfullyOnceADelayIsOrdered() {
            inTheCell();
            facts(hall.enter(delay, 40));

            Obligation owed = hall.obligation(Duty.NOTIFY_RELATIVES).orElseThrow();
            assertThat(owed.at(minute(600))).isEqualTo(ObligationState.PAUSED);
            assertThat(owed.mustBeRecordedAt(minute(600))).isFalse();
            assertThat(hall.now().isOpen(Duty.NOTIFY_RELATIVES)).isTrue();
            assertThat(hall.now().next().orElseThrow().duty()).isNotEqualTo(Duty.NOTIFY_RELATIVES);

            facts(hall.enter(new RelativesNotified(ID), 610));
            assertThat(outcome(Duty.NOTIFY_RELATIVES)).isEqualTo(Outcome.MET);
        }

        @Test
        void areToldLateWhenTheDelayWasOrderedLate() {
            inTheCell();
            facts(hall.enter(delay, 70));
            facts(hall.enter(new RelativesNotified(ID), 610));

            assertThat(outcome(Duty.NOTIFY_RELATIVES)).isEqualTo(Outcome.MET_LATE);
        }

        @Test
        void mayHaveWaitedByAnOrderThatIsToldLate() {
            inTheCell();
            facts(hall.enter(new RelativesNotified(ID), 610));
            assertThat(outcome(Duty.NOTIFY_RELATIVES)).isEqualTo(Outcome.MET_LATE);

            facts(hall.enter(delay, 40, 620));

            assertThat(outcome(Duty.NOTIFY_RELATIVES)).isEqualTo(Outcome.MET);
        }

        @Test
        void waitFromTheFirstOrderThatWasGivenWhicheverIsTypedFirst() {
            inTheCell();
            facts(hall.enter(delay, 70));
            Obligation late = hall.obligation(Duty.NOTIFY_RELATIVES).orElseThrow();
            assertThat(late.at(minute(65))).isEqualTo(ObligationState.OVERDUE);

            facts(hall.enter(new NotificationDelayed(ID, new StaffId("p-9"), DelayGround.UNREACHABLE), 40, 90));

            Obligation owed = hall.obligation(Duty.NOTIFY_RELATIVES).orElseThrow();
            assertThat(owed.at(minute(39))).isEqualTo(ObligationState.OPEN);
            assertThat(owed.at(minute(65))).isEqualTo(ObligationState.PAUSED);
            assertThat(hall.now().delayed()).as("by the last order").isEqualTo(DelayGround.INVESTIGATION);
            facts(hall.enter(new RelativesNotified(ID), 610));
            assertThat(outcome(Duty.NOTIFY_RELATIVES)).isEqualTo(Outcome.MET);
        }

        @Test
        void mayHaveWaitedByAnEarlierOrderThatIsToldLate() {
            inTheCell();
            facts(hall.enter(delay, 70));
            facts(hall.enter(new RelativesNotified(ID), 610));
            assertThat(outcome(Duty.NOTIFY_RELATIVES)).isEqualTo(Outcome.MET_LATE);

            facts(hall.enter(delay, 40, 620));

            assertThat(outcome(Duty.NOTIFY_RELATIVES)).isEqualTo(Outcome.MET);
        }
    }

    @Nested
    class Handover {

        @Test
        void namesEverybodyAndIsSignedByTwo() {
            inTheCell();

            refused(
                    CustodyReason.HANDOVER_NOT_OFFERED,
                    hall.decide(new TakeOver(Sample.UNIT), Moment.now(minute(30)), "p-2"));
            facts(hall.decide(new OfferHandover(Sample.UNIT), Moment.now(minute(30)), "p-1"));
            refused(
                    CustodyReason.SECOND_PERSON_NEEDED,
                    hall.decide(new TakeOver(Sample.UNIT), Moment.now(minute(31)), "p-1"));

            List<Fact> facts = facts(hall.decide(new TakeOver(Sample.UNIT), Moment.now(minute(32)), "p-2"));

            assertThat(facts)
                    .containsExactly(
                            new PersonHandedOver(
                                    ID,
                                    1,
                                    "p-1",
                                    "p-2",
                                    hall.now().openTasks().size(),
                                    Duty.NOTIFY_LEGAL_AID,
                                    minute(60)),
                            new ShiftHandedOver(Sample.UNIT, 1, "p-1", "p-2", 1));
        }

        @Test
        void isOfAUnitThatHoldsSomebody() {
            refused(
                    CustodyReason.UNIT_UNKNOWN,
                    hall.decide(new OfferHandover(Sample.UNIT), Moment.now(minute(0)), "p-1"));
        }
    }
}
