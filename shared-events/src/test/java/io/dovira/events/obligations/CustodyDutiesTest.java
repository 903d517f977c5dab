package io.dovira.events.obligations;

import static io.dovira.events.obligations.Story.CUSTODY;
import static io.dovira.events.obligations.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.CellId;
import io.dovira.events.PersonId;
import io.dovira.events.PolicyId;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.CareFact.Observation;
import io.dovira.events.custody.CustodyField;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.HealthFact.Fitness;
import io.dovira.events.custody.HealthFact.MedicalExamined;
import io.dovira.events.custody.LegalAidFact.LawyerAssigned;
import io.dovira.events.custody.LegalAidFact.LegalAidNotified;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.LocationFact.Destination;
import io.dovira.events.custody.LocationFact.TakenOut;
import io.dovira.events.custody.ProcedureFact.ComplaintMade;
import io.dovira.events.custody.ProcedureFact.ComplaintRegistered;
import io.dovira.events.custody.ProcedureFact.Subject;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.custody.RecordFact.ReleaseGround;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Local times of 2 March 2026 in Kyiv. The clocks are told by the record, as the custody officer's service tells them. */
class CustodyDutiesTest {
    private static final String STREAM = CUSTODY.stream();
    private static final String COMPLAINT = "custody-register-complaint";
    private static final String HOSPITAL = "custody-hospital";

    /**
     * IOPC, recommendation to the College of Policing of March 2026: a person was found unfit to be detained, and stayed for a day, because nobody acted
     * on what stood in the record. Here the alarm is minutes later, without any further entry.
     */
    @Test
    void raisesTheAlarmInMinutesWhenSomebodyUnfitIsNotTakenToHospital() {
        Ledger ledger = inCustody()
                .custody(
                        "2026-03-02T14:00",
                        new MedicalExamined(CUSTODY, Fitness.UNFIT),
                        clock(Duty.HOSPITAL, "2026-03-02T14:00", "2026-03-02T14:05", "custody-hospital@1"))
                .ledger();

        Obligation hospital = Story.of(ledger, STREAM, HOSPITAL);
        assertThat(hospital.at(at("2026-03-02T14:03:59"))).isEqualTo(ObligationState.OPEN);
        assertThat(hospital.at(at("2026-03-02T14:04"))).isEqualTo(ObligationState.DUE_SOON);
        assertThat(hospital.at(at("2026-03-02T14:05"))).isEqualTo(ObligationState.DUE_SOON);
        assertThat(hospital.at(at("2026-03-02T14:05:00.001"))).isEqualTo(ObligationState.OVERDUE);
        assertThat(ledger.at(at("2026-03-03T14:00"), ObligationState.OVERDUE))
                .as("a day later it is still there for all to see")
                .contains(hospital);
        assertThat(hospital.breach().due()).isEqualTo(at("2026-03-02T14:05"));
    }

    @Test
    void isMetByTheWayToHospital() {
        Story story = inCustody()
                .custody(
                        "2026-03-02T14:00",
                        new MedicalExamined(CUSTODY, Fitness.UNFIT),
                        clock(Duty.HOSPITAL, "2026-03-02T14:00", "2026-03-02T14:05", "custody-hospital@1"));

        Ledger inTime = story.custody("2026-03-02T14:05", new TakenOut(CUSTODY, Destination.HOSPITAL))
                .ledger();

        assertThat(Story.of(inTime, STREAM, HOSPITAL).outcome()).isEqualTo(Outcome.MET);
        assertThat(Story.of(inTime, STREAM, HOSPITAL).at(at("2026-03-02T14:04:30")))
                .as("replayed at a moment before")
                .isEqualTo(ObligationState.DUE_SOON);
    }

    @Test
    void isMetLateByWhoComesAfterTheDueMoment() {
        Obligation legalAid = Story.of(
                inCustody()
                        .custody("2026-03-02T11:00:00.001", new LegalAidNotified(CUSTODY))
                        .ledger(),
                STREAM,
                "custody-notify-legal-aid");

        assertThat(legalAid.outcome()).isEqualTo(Outcome.MET_LATE);
        assertThat(legalAid.closedAt()).isEqualTo(at("2026-03-02T11:00:00.001"));
    }

    @Test
    void lapsesWhenThePersonHasALawyerAlready() {
        Obligation legalAid = Story.of(
                inCustody()
                        .custody("2026-03-02T10:20", new LawyerAssigned(CUSTODY, new PersonId("l-1")))
                        .ledger(),
                STREAM,
                "custody-notify-legal-aid");

        assertThat(legalAid.outcome()).isEqualTo(Outcome.LAPSED);
    }

    @Test
    void opensTheNextVisitWithEachVisit() {
        Story story = inCustody()
                .custody(
                        "2026-03-02T12:00",
                        new CellAssigned(CUSTODY, new CellId("2")),
                        clock(Duty.CELL_VISIT, "2026-03-02T12:00", "2026-03-02T13:00", "custody-cell-visit@1"))
                .custody(
                        "2026-03-02T12:50",
                        new CellVisitDone(CUSTODY, Observation.GENERAL, false),
                        clock(Duty.CELL_VISIT, "2026-03-02T12:50", "2026-03-02T13:50", "custody-cell-visit@1"));
        Ledger ledger = Ledger.ofTheDay();
        List<Obligation> visits = story.facts().stream()
                .flatMap(fact -> ledger.take(fact).stream())
                .filter(each -> each.rule().equals("custody-cell-visit"))
                .toList();

        assertThat(visits).extracting(Obligation::outcome).containsExactly(Outcome.OPEN, Outcome.MET, Outcome.OPEN);
        assertThat(visits.getLast().due()).isEqualTo(at("2026-03-02T13:50"));
        assertThat(visits.getLast().id()).isNotEqualTo(visits.getFirst().id());
    }

    @Test
    void endsWithTheReleaseButForgetsNothingThatWasOwed() {
        Ledger ledger = inCustody()
                .custody("2026-03-02T15:00", new PersonReleased(CUSTODY, ReleaseGround.NO_GROUNDS))
                .ledger();

        assertThat(Story.of(ledger, STREAM, "custody-end-detention").outcome()).isEqualTo(Outcome.MET);
        assertThat(Story.of(ledger, STREAM, "custody-notify-legal-aid").at(at("2026-03-02T16:00")))
                .isEqualTo(ObligationState.OVERDUE);
    }

    @Test
    void showsTheEffectOfACorrectionAndKeepsTheBreach() {
        Story story = inCustody().custody("2026-03-02T11:30", new LegalAidNotified(CUSTODY));
        Obligation late = Story.of(story.ledger(), STREAM, "custody-notify-legal-aid");
        story.breached(late)
                .custody(
                        "2026-03-02T12:00",
                        new EntryCorrected(
                                CUSTODY,
                                "e",
                                CustodyField.LEGAL_AID_NOTIFIED_AT,
                                at("2026-03-02T11:30").toString(),
                                at("2026-03-02T10:30").toString(),
                                "typed an hour late",
                                null,
                                null));

        Obligation corrected = Story.of(story.ledger(), STREAM, "custody-notify-legal-aid");
        assertThat(late.outcome()).isEqualTo(Outcome.MET_LATE);
        assertThat(corrected.outcome()).isEqualTo(Outcome.MET);
        assertThat(corrected.breached())
                .as("it was overdue as far as anybody knew")
                .isTrue();
    }

    @Test
    void registersAComplaintWithinADayAlsoAfterTheRelease() {
        Story story = inCustody()
                .custody(
                        "2026-03-02T12:00",
                        new ComplaintMade(CUSTODY, Subject.TREATMENT),
                        clock(Duty.REGISTER_COMPLAINT, "2026-03-02T12:00", "2026-03-03T12:00", "custody-complaint@1"))
                .custody("2026-03-02T15:00", new PersonReleased(CUSTODY, ReleaseGround.NO_GROUNDS));
        Obligation waiting = Story.of(story.ledger(), STREAM, COMPLAINT);

        assertThat(waiting.at(at("2026-03-03T12:00"))).isEqualTo(ObligationState.DUE_SOON);
        assertThat(waiting.at(at("2026-03-03T12:00:00.001"))).isEqualTo(ObligationState.OVERDUE);
        story.custody("2026-03-03T12:00", new ComplaintRegistered(CUSTODY));
        assertThat(Story.of(story.ledger(), STREAM, COMPLAINT).outcome()).isEqualTo(Outcome.MET);
    }

    /** Whoever complains twice waits no longer for the first; once that is registered, the next has a clock of its own. */
    @Test
    void aSecondComplaintGivesNoMoreTimeForTheFirst() {
        Story story = inCustody()
                .custody(
                        "2026-03-02T12:00",
                        new ComplaintMade(CUSTODY, Subject.CONDITIONS),
                        clock(Duty.REGISTER_COMPLAINT, "2026-03-02T12:00", "2026-03-03T12:00", "custody-complaint@1"))
                .custody("2026-03-02T20:00", new ComplaintMade(CUSTODY, Subject.CONDITIONS));
        Obligation first = Story.of(story.ledger(), STREAM, COMPLAINT);
        assertThat(first.due()).isEqualTo(at("2026-03-03T12:00"));
        assertThat(first.at(at("2026-03-03T13:00"))).isEqualTo(ObligationState.OVERDUE);

        story.custody("2026-03-03T11:00", new ComplaintRegistered(CUSTODY))
                .custody(
                        "2026-03-03T18:00",
                        new ComplaintMade(CUSTODY, Subject.CONDITIONS),
                        clock(Duty.REGISTER_COMPLAINT, "2026-03-03T18:00", "2026-03-04T18:00", "custody-complaint@1"));
        Obligation next = Story.of(story.ledger(), STREAM, COMPLAINT);
        assertThat(next.id()).isNotEqualTo(first.id());
        assertThat(next.due()).isEqualTo(at("2026-03-04T18:00"));
    }

    @Test
    void judgesOneCaseByTwoRegimes() {
        Story story = inCustody();
        Instant day4 = at("2026-03-05T10:30");

        Ledger today = story.ledger();
        Ledger whatIf =
                story.in(Ledger.judgedBy(Map.of(new PolicyId("custody-without-ruling"), "custody-without-ruling@1")));

        assertThat(Story.of(today, STREAM, "custody-end-detention").due()).isEqualTo(at("2026-03-11T10:00"));
        assertThat(Story.of(today, STREAM, "custody-end-detention").at(day4)).isEqualTo(ObligationState.OPEN);
        assertThat(Story.of(whatIf, STREAM, "custody-end-detention").due()).isEqualTo(at("2026-03-05T10:00"));
        assertThat(Story.of(whatIf, STREAM, "custody-end-detention").at(day4)).isEqualTo(ObligationState.OVERDUE);
    }

    /** Apprehended at ten, delivered and registered in time. */
    private static Story inCustody() {
        return new Story()
                .apprehended("2026-03-02T10:00")
                .custody(
                        "2026-03-02T10:00",
                        clock(Duty.END_DETENTION, "2026-03-02T10:00", "2026-03-11T10:00", "custody-without-ruling@2"),
                        clock(Duty.NOTIFY_LEGAL_AID, "2026-03-02T10:00", "2026-03-02T11:00", "custody-legal-aid@1"))
                .custody(
                        "2026-03-02T10:05",
                        new PersonDelivered(CUSTODY),
                        clock(Duty.OPEN_RECORD, "2026-03-02T10:05", "2026-03-02T10:20", "custody-registration@1"))
                .custody("2026-03-02T10:10", new CustodyRecordOpened(CUSTODY));
    }

    private static ClockStarted clock(Duty duty, String from, String due, String policy) {
        return new ClockStarted(CUSTODY, duty, at(from), at(due), policy);
    }
}
