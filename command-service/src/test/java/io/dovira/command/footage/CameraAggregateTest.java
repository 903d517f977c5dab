package io.dovira.command.footage;

import static io.dovira.command.footage.FakeSurroundings.CLOSED;
import static io.dovira.command.footage.FakeSurroundings.KYIV;
import static io.dovira.command.footage.FakeSurroundings.LVIV;
import static io.dovira.command.platform.AggregateFixtures.accepted;
import static io.dovira.command.platform.AggregateFixtures.command;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.intent;
import static io.dovira.command.platform.AggregateFixtures.when;

import io.dovira.command.platform.Intent;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import io.dovira.events.footage.Camera;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.CameraFact;
import io.dovira.events.footage.CameraInstalled;
import io.dovira.events.footage.CameraMoved;
import io.dovira.events.footage.CameraRemoved;
import io.dovira.events.footage.ClockOffsetMeasured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** Past facts happen one a minute from nine on; the command comes at ten. */
class CameraAggregateTest {
    private static final CameraId ID = new CameraId("c1");
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final CameraInstalled INSTALLED =
            new CameraInstalled(ID, LVIV, "cell 2", CameraArea.CUSTODY, "custody");
    private static final InstallCamera INSTALL = new InstallCamera(ID, LVIV, "cell 2", CameraArea.CUSTODY, "custody");
    private static final MoveCamera MOVE = new MoveCamera(ID, KYIV, "room 5", CameraArea.QUESTIONING);
    private static final RemoveCamera REMOVE = new RemoveCamera(ID, "broken");
    private static final CameraRemoved REMOVED = new CameraRemoved(ID, LVIV, "broken");

    @Test
    void isInstalledOnceInAnOfficeThatIsThereAndOpen() {
        sent(INSTALL)
                .expectEvents(INSTALLED)
                .expectResultMessagePayloadMatching(accepted(1, Camera.evolve(null, INSTALLED, TEN)));
        refused(CameraReason.CAMERA_EXISTS, INSTALL, INSTALLED);
        refused(CameraReason.CAMERA_EXISTS, INSTALL, INSTALLED, REMOVED);
        refused(CameraReason.OFFICE_UNKNOWN, installAt(new OfficeId("nowhere")));
        refused(CameraReason.OFFICE_CLOSED, installAt(CLOSED));
    }

    @Test
    void movesWithinItsOfficeAndToAnother() {
        sent(MOVE, INSTALLED).expectEvents(new CameraMoved(ID, KYIV, "room 5", CameraArea.QUESTIONING));
        sent(new MoveCamera(ID, LVIV, "cell 3", CameraArea.CUSTODY), INSTALLED)
                .expectEvents(new CameraMoved(ID, LVIV, "cell 3", CameraArea.CUSTODY));
        refused(CameraReason.NOTHING_CHANGED, new MoveCamera(ID, LVIV, "cell 2", CameraArea.CUSTODY), INSTALLED);
        refused(CameraReason.OFFICE_CLOSED, new MoveCamera(ID, CLOSED, "x", CameraArea.CUSTODY), INSTALLED);
        refused(CameraReason.CAMERA_UNKNOWN, MOVE);
    }

    @Test
    void isRemovedForGood() {
        sent(REMOVE, INSTALLED).expectEvents(REMOVED);
        sent(REMOVE, INSTALLED, new CameraMoved(ID, KYIV, "room 5", CameraArea.QUESTIONING))
                .expectEvents(new CameraRemoved(ID, KYIV, "broken"));
        for (CameraCommand command : List.of(REMOVE, MOVE, new MeasureClockOffset(ID, 5))) {
            refused(CameraReason.CAMERA_REMOVED, command, INSTALLED, REMOVED);
        }
    }

    @Test
    void hasItsClockMeasuredAgainAndAgain() {
        ClockOffsetMeasured measured = new ClockOffsetMeasured(ID, LVIV, -1400);
        sent(new MeasureClockOffset(ID, -1400), INSTALLED).expectEvents(measured);
        sent(new MeasureClockOffset(ID, -1400), INSTALLED, measured).expectEvents(measured);
    }

    @Test
    void followsItsLastFactAndNotTheFuture() {
        sentAt(intent(NINE.minusMillis(1)), REMOVE, INSTALLED)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.BEFORE_LAST_FACT));
    }

    @Test
    void needsAnAccountForEachOfficeThatItLeavesOrComesTo() {
        for (CameraCommand command : List.of(MOVE, REMOVE, new MeasureClockOffset(ID, 5))) {
            outside(intent(TEN, KYIV), command, INSTALLED);
        }
        outside(intent(TEN, LVIV), MOVE, INSTALLED);
        outside(intent(TEN, KYIV), INSTALL);
    }

    private void outside(Intent intent, CameraCommand command, CameraFact... past) {
        sentAt(intent, command, past)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
    }

    private static InstallCamera installAt(OfficeId office) {
        return new InstallCamera(ID, office, "cell 2", CameraArea.CUSTODY, "custody");
    }

    private void refused(Reason reason, CameraCommand command, CameraFact... past) {
        sent(command, past).expectNoEvents().expectResultMessagePayloadMatching(declined(reason));
    }

    private ResultValidator<CameraAggregate> sent(CameraCommand command, CameraFact... past) {
        return sentAt(intent(TEN), command, past);
    }

    private ResultValidator<CameraAggregate> sentAt(Intent intent, CameraCommand command, CameraFact... past) {
        AggregateTestFixture<CameraAggregate> fixture = fixture(CameraAggregate.class, new FakeSurroundings());
        return when(fixture, NINE, List.of(past), command(Cameras.SUBJECT, ID.stream(), command, intent));
    }
}
