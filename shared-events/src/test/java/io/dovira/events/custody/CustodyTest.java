package io.dovira.events.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.CellId;
import io.dovira.events.CustodyId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.StaffId;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.CareFact.Observation;
import io.dovira.events.custody.HealthFact.Fitness;
import io.dovira.events.custody.HealthFact.MedicalExamined;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.LocationFact.Destination;
import io.dovira.events.custody.LocationFact.Returned;
import io.dovira.events.custody.LocationFact.TakenOut;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.custody.RecordFact.ReleaseGround;
import io.dovira.events.custody.RelativesFact.DelayGround;
import io.dovira.events.custody.RelativesFact.NotificationDelayed;
import io.dovira.events.custody.RightsFact.RightsExplained;
import io.dovira.events.custody.RightsFact.Signature;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Apprehended at eight, delivered at nine, registered at ten past, in cell 3 at half past. */
class CustodyTest {
    private static final CustodyId ID = new CustodyId("c1");
    private static final PersonApprehended APPREHENDED = new PersonApprehended(
            ID, new PersonId("p-1"), new OfficeId("unit-1"), DetentionGround.WITHOUT_RULING, false, false);

    private @Nullable Custody custody;

    private Custody then(String at, CustodyFact fact) {
        Custody after = Custody.evolve(custody, fact, Instant.parse("2026-03-02T" + at + ":00Z"));
        custody = after;
        return after;
    }

    private Custody inTheCell() {
        then("08:00", APPREHENDED);
        then("09:00", new PersonDelivered(ID));
        then("09:10", new CustodyRecordOpened(ID));
        return then("09:30", new CellAssigned(ID, new CellId("3")));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }

    @Test
    void opensAtOnceWhatTheLawAsksAtOnce() {
        Custody now = then("08:00", APPREHENDED);

        assertThat(now.openTasks())
                .extracting(Task::duty)
                .containsExactly(
                        Duty.EXPLAIN_RIGHTS,
                        Duty.NOTIFY_LEGAL_AID,
                        Duty.NOTIFY_RELATIVES,
                        Duty.BRING_TO_COURT,
                        Duty.HEAR_MEASURE,
                        Duty.END_DETENTION);
        assertThat(now.state(Checklist.RIGHTS)).isEqualTo(Checklist.State.OPEN);
        assertThat(now.state(Checklist.CARE)).isEqualTo(Checklist.State.IDLE);
    }

    @Test
    void ticksOffAListWhenItsLastDutyIsDone() {
        inTheCell();

        Custody now = then("09:40", new RightsExplained(ID, "uk", Signature.REFUSED));

        assertThat(now.state(Checklist.RIGHTS)).isEqualTo(Checklist.State.DONE);
        assertThat(now.state(Checklist.CARE)).isEqualTo(Checklist.State.RUNNING);
        assertThat(now.task(Duty.EXPLAIN_RIGHTS).orElseThrow().doneAt()).isEqualTo(at("09:40"));
    }

    @Test
    void keepsADelayedNotificationOpen() {
        inTheCell();

        Custody now = then("09:40", new NotificationDelayed(ID, new StaffId("p-9"), DelayGround.UNREACHABLE));

        assertThat(now.state(Checklist.RELATIVES)).isEqualTo(Checklist.State.DELAYED);
        assertThat(now.isOpen(Duty.NOTIFY_RELATIVES)).isTrue();
    }

    @Test
    void findsThePlaceOfAVisitThatIsToldLate() {
        inTheCell();
        then("12:30", new CellVisitDone(ID, Observation.GENERAL, false));

        Custody now = then("11:20", new CellVisitDone(ID, Observation.INTERMITTENT, true));

        assertThat(now.task(Duty.CELL_VISIT).orElseThrow().doneAt()).isEqualTo(at("12:30"));
        assertThat(Objects.requireNonNull(now.observed()).level()).isEqualTo(Observation.GENERAL);
    }

    @Test
    void visitsNobodyWhoIsOutAndEverybodyWhoIsBack() {
        inTheCell();
        then("10:00", new MedicalExamined(ID, Fitness.UNFIT));

        Custody out = then("10:05", new TakenOut(ID, Destination.HOSPITAL));
        assertThat(out.phase()).isEqualTo(Phase.AT_HOSPITAL);
        assertThat(out.isOpen(Duty.CELL_VISIT)).isFalse();
        assertThat(out.task(Duty.HOSPITAL).orElseThrow().state()).isEqualTo(Task.State.DONE);

        Custody back = then("14:00", new Returned(ID));
        assertThat(back.phase()).isEqualTo(Phase.OPEN);
        assertThat(back.isOpen(Duty.CELL_VISIT)).isTrue();
        assertThat(back.phaseAt(at("12:00"))).contains(Phase.AT_HOSPITAL);
        assertThat(back.phaseAt(at("07:59"))).isEmpty();
    }

    @Test
    void leavesOpenForAllToSeeWhatWasOwedAndNotDone() {
        inTheCell();

        Custody free = then("11:00", new PersonReleased(ID, ReleaseGround.NO_GROUNDS));

        assertThat(free.task(Duty.EXPLAIN_RIGHTS).orElseThrow().isOpen()).isTrue();
        assertThat(free.task(Duty.CELL_VISIT).orElseThrow().state()).isEqualTo(Task.State.LAPSED);
        assertThat(free.task(Duty.END_DETENTION).orElseThrow().state()).isEqualTo(Task.State.DONE);
    }

    @Test
    void keepsTheLimitThatWasToldWhenTheClockStarted() {
        inTheCell();

        Custody now =
                then("09:31", new ClockStarted(ID, Duty.CELL_VISIT, at("09:30"), at("10:30"), "custody-cell-visit@1"));

        assertThat(now.dueAt(Duty.CELL_VISIT)).isEqualTo(at("10:30"));
        assertThat(now.next().map(Task::duty)).contains(Duty.CELL_VISIT);
        Task visit = now.task(Duty.CELL_VISIT).orElseThrow();
        assertThat(visit.isOverdue(at("10:30"))).isFalse();
        assertThat(visit.isOverdue(at("10:30").plusMillis(1))).isTrue();
    }

    @Test
    void setsRightWhatACorrectionSays() {
        inTheCell();

        Custody now = then(
                "12:00",
                new EntryCorrected(
                        ID,
                        "e1",
                        CustodyField.APPREHENDED_AT,
                        at("08:00").toString(),
                        at("07:20").toString(),
                        "bodycam",
                        1,
                        "p-2"));

        assertThat(now.apprehendedAt()).isEqualTo(at("07:20"));
        assertThat(now.text(CustodyField.APPREHENDED_AT)).contains(at("07:20").toString());
    }

    @Test
    void refusesAFactThatCannotFollow() {
        assertThatThrownBy(() -> then("08:00", new PersonDelivered(ID))).isInstanceOf(IllegalStateException.class);
        then("08:00", APPREHENDED);
        assertThatThrownBy(() -> then("08:01", APPREHENDED)).isInstanceOf(IllegalStateException.class);
    }
}
