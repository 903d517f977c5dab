package io.dovira.command.footage;

import static io.dovira.command.footage.FakeSurroundings.KYIV;
import static io.dovira.command.footage.FakeSurroundings.LVIV;
import static io.dovira.command.platform.AggregateFixtures.accepted;
import static io.dovira.command.platform.AggregateFixtures.command;
import static io.dovira.command.platform.AggregateFixtures.declined;
import static io.dovira.command.platform.AggregateFixtures.fixture;
import static io.dovira.command.platform.AggregateFixtures.intent;
import static io.dovira.command.platform.AggregateFixtures.when;

import io.dovira.command.footage.FootagePremises.Shown;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.CameraId;
import io.dovira.events.FootageId;
import io.dovira.events.footage.AccessPurpose;
import io.dovira.events.footage.Camera;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.CameraInstalled;
import io.dovira.events.footage.CameraMoved;
import io.dovira.events.footage.CameraRemoved;
import io.dovira.events.footage.ClockOffsetMeasured;
import io.dovira.events.footage.ExportRecipient;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.FlawExplained;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageAccessed;
import io.dovira.events.footage.FootageExported;
import io.dovira.events.footage.FootageFact;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A camera hangs in a cell since eight. It recorded from nine to a quarter past; past facts happen one a minute from then on. */
class FootageAggregateTest {
    private static final FootageId ID = new FootageId("f1");
    private static final CameraId CAMERA = new CameraId("c1");
    private static final String SHA = "ab".repeat(32);
    private static final String COPY = "cd".repeat(32);
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final Instant QUARTER = NINE.plus(Duration.ofMinutes(15));
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Instant KEEP_UNTIL = Instant.parse("2026-04-01T20:59:59.999Z");
    private static final SegmentRecorded RECORDED =
            new SegmentRecorded(ID, CAMERA, LVIV, "cell 2", CameraArea.CUSTODY, NINE, QUARTER, "standard");
    private static final SegmentIngested INGESTED =
            new SegmentIngested(ID, SHA, 100, "video/mp4", null, "ab/file", KEEP_UNTIL, "footage-retention-standard@1");
    private static final RedactedCopyMade COPIED = new RedactedCopyMade(ID, COPY, 90, "video/mp4", "cd/file");
    private static final HoldPlaced HELD = new HoldPlaced(ID, "h1", HoldGround.COMPLAINT, null);
    private static final RetentionExpired EXPIRED =
            new RetentionExpired(ID, KEEP_UNTIL, "footage-retention-standard@1");
    private static final FootagePurged PURGED = new FootagePurged(ID, SHA, 0);

    private static final RecordSegment RECORD = new RecordSegment(ID, CAMERA, NINE, QUARTER, null);
    private static final IngestSegment INGEST = new IngestSegment(ID, SHA, 100, "video/mp4", null, "ab/file");
    private static final AccessFootage ACCESS = new AccessFootage(ID, "p-1", AccessPurpose.COMPLAINT, "17", SHA);
    private static final PlaceHold HOLD = new PlaceHold(ID, "h1", HoldGround.COMPLAINT, null);

    private final FakeSurroundings surroundings = new FakeSurroundings();

    @BeforeEach
    void hangTheCamera() {
        Camera camera = Camera.evolve(
                null,
                new CameraInstalled(CAMERA, LVIV, "cell 2", CameraArea.CUSTODY, "standard"),
                NINE.minus(Duration.ofHours(1)));
        surroundings.cameras.put(CAMERA, camera);
    }

    @Test
    void isRecordedWhereItsCameraHungThen() {
        sent(RECORD)
                .expectEvents(RECORDED)
                .expectResultMessagePayloadMatching(accepted(1, Footage.evolve(null, RECORDED, TEN)));

        Camera moved = Camera.evolve(
                surroundings.cameras.get(CAMERA),
                new CameraMoved(CAMERA, KYIV, "room 5", CameraArea.QUESTIONING),
                QUARTER);
        surroundings.cameras.put(CAMERA, moved);
        sent(RECORD).expectEvents(RECORDED);
        sent(new RecordSegment(ID, CAMERA, QUARTER, TEN, "custody"))
                .expectEvents(new SegmentRecorded(
                        ID, CAMERA, KYIV, "room 5", CameraArea.QUESTIONING, QUARTER, TEN, "custody"));
    }

    @Test
    void isRecordedByTheTrueTimeOfACameraThatIsFast() {
        Instant installed = NINE.minus(Duration.ofHours(1));
        surroundings.cameras.put(
                CAMERA,
                Camera.evolve(
                        surroundings.cameras.get(CAMERA),
                        new ClockOffsetMeasured(CAMERA, LVIV, 60_000),
                        installed.plusSeconds(1)));

        refused(FootageReason.CAMERA_NOT_THERE, new RecordSegment(ID, CAMERA, installed.plusSeconds(30), NINE, null));
        sent(new RecordSegment(ID, CAMERA, installed.plusSeconds(60), NINE, null))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void isRecordedOnceByACameraThatWasThereForATimeThatCanBe() {
        refused(FootageReason.FOOTAGE_EXISTS, RECORD, RECORDED);
        refused(FootageReason.CAMERA_UNKNOWN, new RecordSegment(ID, new CameraId("c9"), NINE, QUARTER, null));
        refused(FootageReason.RANGE_IMPOSSIBLE, new RecordSegment(ID, CAMERA, QUARTER, NINE, null));
        refused(
                FootageReason.RANGE_IMPOSSIBLE,
                new RecordSegment(
                        ID, CAMERA, NINE, NINE.plus(Duration.ofHours(24)).plusMillis(1), null));
        refused(
                FootageReason.RANGE_IMPOSSIBLE,
                new RecordSegment(ID, CAMERA, TEN.plus(Duration.ofHours(23)), TEN.plus(Duration.ofHours(25)), null));
        surroundings.cameras.put(
                CAMERA,
                Camera.evolve(
                        surroundings.cameras.get(CAMERA), new CameraRemoved(CAMERA, LVIV, "x"), NINE.minusSeconds(1)));
        refused(FootageReason.CAMERA_NOT_THERE, RECORD);
    }

    @Test
    void comesInOnceAndIsKeptByTheRuleOfItsDay() {
        sent(INGEST, RECORDED).expectEvents(INGESTED);
        refused(FootageReason.CONTENT_HERE, INGEST, RECORDED, INGESTED);
        refused(FootageReason.FOOTAGE_UNKNOWN, INGEST);
        refused(FootageReason.CONTENT_NOT_HERE, new IngestSegment(ID, SHA, 0, "video/mp4", null, ""), RECORDED);
    }

    @Test
    void takesTheOffsetOfItsCameraUnlessTheRecorderKnowsBetter() {
        surroundings.cameras.put(
                CAMERA,
                Camera.evolve(
                        surroundings.cameras.get(CAMERA),
                        new ClockOffsetMeasured(CAMERA, LVIV, 1400),
                        NINE.minusSeconds(9)));
        sent(INGEST, RECORDED)
                .expectEvents(new SegmentIngested(
                        ID, SHA, 100, "video/mp4", 1400L, "ab/file", KEEP_UNTIL, "footage-retention-standard@1"));
        sent(new IngestSegment(ID, SHA, 100, "video/mp4", -5L, "ab/file"), RECORDED)
                .expectEvents(new SegmentIngested(
                        ID, SHA, 100, "video/mp4", -5L, "ab/file", KEEP_UNTIL, "footage-retention-standard@1"));
    }

    @Test
    void isKeptWithoutAnEndWhileThereIsNoRule() {
        SegmentRecorded other =
                new SegmentRecorded(ID, CAMERA, LVIV, "cell 2", CameraArea.CUSTODY, NINE, QUARTER, "nobody-knows");
        SegmentIngested kept = new SegmentIngested(ID, SHA, 100, "video/mp4", null, "ab/file", null, null);
        sent(INGEST, other).expectEvents(kept);
        refusedAt(
                FootageReason.RETENTION_RUNNING,
                Instant.parse("2199-01-01T00:00:00Z"),
                new ExpireRetention(ID),
                other,
                kept);
    }

    @Test
    void hasGapsWithinIt() {
        GapDetected gap = new GapDetected(ID, NINE.plusSeconds(60), NINE.plusSeconds(90), GapCause.POWER_LOST);
        ReportGap report = new ReportGap(ID, NINE.plusSeconds(60), NINE.plusSeconds(90), GapCause.POWER_LOST);
        sent(report, RECORDED).expectEvents(gap);
        sent(new ReportGap(ID, NINE, QUARTER, GapCause.DAMAGED), RECORDED).expectSuccessfulHandlerExecution();
        refused(FootageReason.NOTHING_CHANGED, report, RECORDED, gap);
        refused(
                FootageReason.OUTSIDE_SEGMENT,
                new ReportGap(ID, NINE, QUARTER.plusMillis(1), GapCause.UNKNOWN),
                RECORDED);
        refused(FootageReason.OUTSIDE_SEGMENT, new ReportGap(ID, NINE, NINE, GapCause.UNKNOWN), RECORDED);
    }

    @Test
    void isExplainedWhileSomethingIsWrongWithIt() {
        GapDetected gap = new GapDetected(ID, NINE.plusSeconds(60), NINE.plusSeconds(90), GapCause.POWER_LOST);
        IntegrityChecked gone = new IntegrityChecked(ID, SHA, false, IntegrityFinding.MISSING, null);
        ExplainFlaw explain = new ExplainFlaw(ID, Flaw.GAP, "a power cut");
        ExplainFlaw loss = new ExplainFlaw(ID, Flaw.INTEGRITY, "the disk is dead");
        FlawExplained explained = new FlawExplained(ID, Flaw.GAP, "a power cut");
        sent(explain, RECORDED, gap).expectEvents(explained);
        sent(explain, RECORDED, INGESTED, gap, EXPIRED, PURGED).expectEvents(explained);
        sent(loss, RECORDED, INGESTED, gone).expectEvents(new FlawExplained(ID, Flaw.INTEGRITY, "the disk is dead"));
        refused(FootageReason.NOTHING_TO_EXPLAIN, explain, RECORDED);
        refused(FootageReason.NOTHING_TO_EXPLAIN, explain, RECORDED, gap, explained);
        refused(FootageReason.NOTHING_TO_EXPLAIN, explain, RECORDED, INGESTED, gone);
        refused(FootageReason.NOTHING_TO_EXPLAIN, loss, RECORDED, INGESTED, gone, EXPIRED);
        refused(FootageReason.FOOTAGE_UNKNOWN, explain);
    }

    @Test
    void isLinkedToWhatIsInTheLogAtATimeThatItShows() {
        surroundings.shown.put("VISIT v1", new Shown(NINE, null, true));
        LinkFootage link = new LinkFootage(ID, LinkTarget.VISIT, "v1", null, QUARTER);
        FootageLinked linked = new FootageLinked(ID, LinkTarget.VISIT, "v1", null, QUARTER);
        sent(link, RECORDED).expectEvents(linked);
        refused(FootageReason.NOTHING_CHANGED, link, RECORDED, linked);
        refused(
                FootageReason.OUTSIDE_SEGMENT,
                new LinkFootage(ID, LinkTarget.VISIT, "v1", null, QUARTER.plusMillis(1)),
                RECORDED);
        refused(FootageReason.SUBJECT_UNKNOWN, new LinkFootage(ID, LinkTarget.CUSTODY, "v1", null, NINE), RECORDED);
    }

    /** The segment shows nine to a quarter past; what ended before, or began after, it cannot show. What touches it, it can. */
    @Test
    void isNotLinkedToWhatWasOverOrHadNotBegun() {
        LinkFootage link = new LinkFootage(ID, LinkTarget.CUSTODY, "c1", null, NINE);
        surroundings.shown.put("CUSTODY c1", new Shown(NINE.minusSeconds(900), NINE.minusMillis(1), true));
        refused(FootageReason.OUTSIDE_SUBJECT, link, RECORDED);
        surroundings.shown.put("CUSTODY c1", new Shown(QUARTER.plusMillis(1), null, true));
        refused(FootageReason.OUTSIDE_SUBJECT, link, RECORDED);

        surroundings.shown.put("CUSTODY c1", new Shown(QUARTER, null, true));
        sent(link, RECORDED).expectEvents(new FootageLinked(ID, LinkTarget.CUSTODY, "c1", null, NINE));
        surroundings.shown.put("CUSTODY c1", new Shown(NINE.minusSeconds(900), NINE, true));
        sent(link, RECORDED).expectEvents(new FootageLinked(ID, LinkTarget.CUSTODY, "c1", null, NINE));
    }

    @Test
    void isNotLinkedToAnEventOfSomethingElse() {
        surroundings.shown.put("VISIT v1", new Shown(NINE, null, false));

        refused(
                FootageReason.SUBJECT_UNKNOWN,
                new LinkFootage(ID, LinkTarget.VISIT, "v1", "another-event", NINE),
                RECORDED);
    }

    @Test
    void isWatchedOnlyWhileItIsHere() {
        sent(ACCESS, RECORDED, INGESTED)
                .expectEvents(new FootageAccessed(ID, "p-1", AccessPurpose.COMPLAINT, "17", SHA));
        refused(FootageReason.CONTENT_NOT_HERE, ACCESS, RECORDED);
        refused(
                FootageReason.COPY_UNKNOWN,
                new AccessFootage(ID, "p-1", AccessPurpose.COURT, null, COPY),
                RECORDED,
                INGESTED);
        refused(FootageReason.CONTENT_GONE, ACCESS, RECORDED, INGESTED, EXPIRED);
        refused(FootageReason.CONTENT_GONE, ACCESS, RECORDED, INGESTED, EXPIRED, PURGED);
    }

    @Test
    void hasRedactedCopiesAndLeavesTheHouseAsOneOfItsFiles() {
        AddRedactedCopy add = new AddRedactedCopy(ID, COPY, 90, "video/mp4", "cd/file");
        sent(add, RECORDED, INGESTED).expectEvents(COPIED);
        refused(FootageReason.COPY_EXISTS, add, RECORDED, INGESTED, COPIED);
        refused(FootageReason.COPY_EXISTS, new AddRedactedCopy(ID, SHA, 9, "video/mp4", "x"), RECORDED, INGESTED);
        refused(FootageReason.CONTENT_NOT_HERE, add, RECORDED);

        sent(new ExportFootage(ID, "p-1", ExportRecipient.COURT, null, COPY), RECORDED, INGESTED, COPIED)
                .expectEvents(new FootageExported(ID, "p-1", ExportRecipient.COURT, null, COPY));
        sent(new ExportFootage(ID, "p-1", ExportRecipient.COURT, null, null), RECORDED, INGESTED, COPIED)
                .expectEvents(new FootageExported(ID, "p-1", ExportRecipient.COURT, null, SHA));
    }

    @Test
    void isHeldAndReleasedHoldByHold() {
        sent(HOLD, RECORDED, INGESTED).expectEvents(HELD);
        sent(HOLD, RECORDED).expectEvents(HELD);
        refused(FootageReason.HOLD_EXISTS, HOLD, RECORDED, INGESTED, HELD);
        refused(FootageReason.CONTENT_GONE, HOLD, RECORDED, INGESTED, EXPIRED);
        ReleaseHold release = new ReleaseHold(ID, "h1", "over");
        HoldReleased released = new HoldReleased(ID, "h1", "over");
        sent(release, RECORDED, INGESTED, HELD).expectEvents(released);
        refused(FootageReason.HOLD_UNKNOWN, release, RECORDED, INGESTED, HELD, released);
    }

    @Test
    void endsOnlyWhenItsRetentionIsOverAndNothingHoldsIt() {
        ExpireRetention expire = new ExpireRetention(ID);
        refusedAt(FootageReason.RETENTION_RUNNING, KEEP_UNTIL, expire, RECORDED, INGESTED);
        sentAt(intent(KEEP_UNTIL.plusMillis(1)), expire, RECORDED, INGESTED).expectEvents(EXPIRED);
        refusedAt(FootageReason.FOOTAGE_HELD, KEEP_UNTIL.plusMillis(1), expire, RECORDED, INGESTED, HELD);
        refusedAt(FootageReason.CONTENT_GONE, KEEP_UNTIL.plusMillis(1), expire, RECORDED, INGESTED, EXPIRED);
        refusedAt(FootageReason.CONTENT_NOT_HERE, KEEP_UNTIL.plusMillis(1), expire, RECORDED);
    }

    @Test
    void isDeletedOnceAndOnlyAfterItsEnd() {
        PurgeFootage purge = new PurgeFootage(ID);
        sent(purge, RECORDED, INGESTED, COPIED, EXPIRED).expectEvents(new FootagePurged(ID, SHA, 1));
        refused(FootageReason.RETENTION_RUNNING, purge, RECORDED, INGESTED);
        refused(FootageReason.RETENTION_RUNNING, purge, RECORDED, INGESTED, HELD);
        refused(FootageReason.NOTHING_CHANGED, purge, RECORDED, INGESTED, EXPIRED, PURGED);
    }

    @Test
    void isFoundWrongOnceAndRightEachTime() {
        ReportIntegrity changed = report(IntegrityFinding.CHANGED, COPY);
        IntegrityChecked wrong = new IntegrityChecked(ID, SHA, false, IntegrityFinding.CHANGED, COPY);
        IntegrityChecked right = new IntegrityChecked(ID, SHA, true, IntegrityFinding.MATCHES, null);
        sent(changed, RECORDED, INGESTED).expectEvents(wrong);
        refused(FootageReason.NOTHING_CHANGED, changed, RECORDED, INGESTED, wrong);
        sent(report(IntegrityFinding.MISSING, null), RECORDED, INGESTED, wrong)
                .expectEvents(new IntegrityChecked(ID, SHA, false, IntegrityFinding.MISSING, null));
        sent(report(IntegrityFinding.MATCHES, null), RECORDED, INGESTED, wrong).expectEvents(right);
        sent(report(IntegrityFinding.MATCHES, null), RECORDED, INGESTED, right).expectEvents(right);
        refused(FootageReason.CONTENT_GONE, changed, RECORDED, INGESTED, EXPIRED);
    }

    @Test
    void refusesWhoMayNotActWhereItWasRecorded() {
        Intent elsewhere = intent(TEN, KYIV);
        sentAt(elsewhere, RECORD)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
        for (FootageCommand command : List.of(INGEST, ACCESS, HOLD)) {
            sentAt(elsewhere, command, RECORDED, INGESTED)
                    .expectNoEvents()
                    .expectResultMessagePayloadMatching(declined(PlatformReason.OFFICE_OUTSIDE_SCOPE));
        }
    }

    private static ReportIntegrity report(IntegrityFinding finding, @org.jspecify.annotations.Nullable String found) {
        return new ReportIntegrity(ID, List.of(new ReportIntegrity.Checked(SHA, finding, found)));
    }

    private void refused(Reason reason, FootageCommand command, FootageFact... past) {
        refusedAt(reason, TEN, command, past);
    }

    private void refusedAt(Reason reason, Instant at, FootageCommand command, FootageFact... past) {
        sentAt(intent(at), command, past).expectNoEvents().expectResultMessagePayloadMatching(declined(reason));
    }

    private ResultValidator<FootageAggregate> sent(FootageCommand command, FootageFact... past) {
        return sentAt(intent(TEN), command, past);
    }

    private ResultValidator<FootageAggregate> sentAt(Intent intent, FootageCommand command, FootageFact... past) {
        AggregateTestFixture<FootageAggregate> fixture = fixture(FootageAggregate.class, surroundings);
        return when(fixture, QUARTER, List.of(past), command(Segments.SUBJECT, ID.stream(), command, intent));
    }
}
