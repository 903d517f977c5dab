package io.dovira.events.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.CameraId;
import io.dovira.events.FootageId;
import io.dovira.events.OfficeId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FootageTest {
    private static final FootageId ID = new FootageId("f1");
    private static final String SHA = "ab".repeat(32);
    private static final String COPY = "cd".repeat(32);
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final SegmentRecorded RECORDED = new SegmentRecorded(
            ID,
            new CameraId("c1"),
            new OfficeId("lviv-03"),
            "cell 2",
            CameraArea.CUSTODY,
            NINE,
            NINE.plusSeconds(900),
            "custody");
    private static final SegmentIngested INGESTED =
            new SegmentIngested(ID, SHA, 100, "video/mp4", 1500L, "ab/x", null, null);
    private static final HoldPlaced HELD = new HoldPlaced(ID, "h1", HoldGround.COMPLAINT, null);

    @Test
    void goesFromTheRecorderToItsEnd() {
        assertThat(fold(RECORDED).state()).isEqualTo(FootageState.RECORDING);
        assertThat(fold(RECORDED, INGESTED).state()).isEqualTo(FootageState.AVAILABLE);
        assertThat(fold(RECORDED, INGESTED, HELD).state()).isEqualTo(FootageState.HELD);
        assertThat(fold(RECORDED, INGESTED, HELD, new HoldReleased(ID, "h1", "over"))
                        .state())
                .isEqualTo(FootageState.AVAILABLE);
        RetentionExpired expired = new RetentionExpired(ID, NINE, null);
        assertThat(fold(RECORDED, INGESTED, expired).state()).isEqualTo(FootageState.EXPIRED);
        Footage purged = fold(RECORDED, INGESTED, expired, new FootagePurged(ID, SHA, 0));
        assertThat(purged.state()).isEqualTo(FootageState.PURGED);
        assertThat(purged.file(SHA)).map(StoredFile::bytes).contains(100L);
    }

    @Test
    void canBeHeldBeforeItsContentIsHere() {
        assertThat(fold(RECORDED, HELD).state()).isEqualTo(FootageState.RECORDING);
        assertThat(fold(RECORDED, HELD, INGESTED).state()).isEqualTo(FootageState.HELD);
    }

    @Test
    void setsTheClockOfItsCameraRight() {
        Footage footage = fold(
                RECORDED,
                new GapDetected(ID, NINE.plusSeconds(60), NINE.plusSeconds(70), GapCause.POWER_LOST),
                INGESTED);

        assertThat(footage.time())
                .isEqualTo(
                        new Span(NINE.minusMillis(1500), NINE.plusSeconds(900).minusMillis(1500)));
        assertThat(footage.trueGaps())
                .containsExactly(new Span(
                        NINE.plusSeconds(60).minusMillis(1500),
                        NINE.plusSeconds(70).minusMillis(1500)));
        assertThat(fold(RECORDED).time()).isEqualTo(new Span(NINE, NINE.plusSeconds(900)));
    }

    @Test
    void isBrokenUntilACheckSaysOtherwise() {
        IntegrityChecked gone = new IntegrityChecked(ID, COPY, false, IntegrityFinding.MISSING, null);
        RedactedCopyMade copy = new RedactedCopyMade(ID, COPY, 90, "video/mp4", "cd/x");

        Footage broken = fold(RECORDED, INGESTED, copy, gone);

        assertThat(broken.isBroken()).isTrue();
        assertThat(broken.file(COPY)).map(StoredFile::broken).contains(IntegrityFinding.MISSING);
        assertThat(broken.file(SHA).orElseThrow().broken()).isNull();
        assertThat(fold(
                                RECORDED,
                                INGESTED,
                                copy,
                                gone,
                                new IntegrityChecked(ID, COPY, true, IntegrityFinding.MATCHES, null))
                        .isBroken())
                .isFalse();
    }

    @Test
    void keepsTheNewestViewingOfEachPersonForADay() {
        FootageAccessed anna = new FootageAccessed(ID, "anna", AccessPurpose.COURT, null, SHA);
        FootageAccessed vira = new FootageAccessed(ID, "vira", AccessPurpose.COURT, null, SHA);

        Footage footage = fold(RECORDED, INGESTED, anna, vira, anna);
        assertThat(footage.viewings()).extracting(Viewing::by).containsExactly("vira", "anna");
        assertThat(footage.viewings().getLast().since()).isEqualTo(NINE.plusSeconds(4));

        Footage later =
                Footage.evolve(footage, vira, NINE.plus(Duration.ofDays(1)).plusSeconds(5));
        assertThat(later.viewings()).extracting(Viewing::by).containsExactly("vira");
    }

    @Test
    void beginsOnceAndWithItsRecording() {
        assertThatThrownBy(() -> fold(INGESTED)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fold(RECORDED, RECORDED)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesFactsThatCannotBe() {
        assertThatThrownBy(() -> new GapDetected(ID, NINE, NINE, GapCause.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GapDetected(ID, NINE, NINE.plus(Duration.ofHours(25)), GapCause.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FootageAccessed(
                        ID, "anna", AccessPurpose.COURT, null, SHA.toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IntegrityChecked(ID, SHA, true, IntegrityFinding.CHANGED, COPY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RedactedCopyMade(ID, COPY, 0, "video/mp4", "cd/x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Footage fold(FootageFact... facts) {
        @Nullable Footage footage = null;
        Instant at = NINE;
        for (FootageFact fact : facts) {
            footage = Footage.evolve(footage, fact, at);
            at = at.plusSeconds(1);
        }
        if (footage == null) {
            throw new AssertionError("no facts");
        }
        return footage;
    }
}
