package io.dovira.events.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.CameraId;
import io.dovira.events.OfficeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CameraTest {
    private static final CameraId ID = new CameraId("c1");
    private static final OfficeId LVIV = new OfficeId("lviv-03");
    private static final OfficeId KYIV = new OfficeId("kyiv-01");
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final CameraInstalled INSTALLED =
            new CameraInstalled(ID, LVIV, "cell 2", CameraArea.CUSTODY, "custody");

    @Test
    void remembersWhereItHungWhen() {
        Camera camera = fold(
                INSTALLED,
                new CameraMoved(ID, KYIV, "room 5", CameraArea.QUESTIONING),
                new CameraRemoved(ID, KYIV, "broken"));

        assertThat(camera.placeAt(NINE.minusMillis(1))).isEmpty();
        assertThat(camera.placeAt(NINE)).map(CameraPlace::room).contains("cell 2");
        assertThat(camera.placeAt(NINE.plusMillis(999)))
                .map(CameraPlace::office)
                .contains(LVIV);
        assertThat(camera.placeAt(NINE.plusSeconds(1))).map(CameraPlace::office).contains(KYIV);
        assertThat(camera.placeAt(NINE.plusSeconds(2))).map(CameraPlace::room).contains("room 5");
        assertThat(camera.placeAt(NINE.plusMillis(2001))).isEmpty();
        assertThat(camera.removed()).isTrue();
        assertThat(camera.facts()).isEqualTo(3);
    }

    @Test
    void knowsItsNewestOffset() {
        Camera camera =
                fold(INSTALLED, new ClockOffsetMeasured(ID, LVIV, 1400), new ClockOffsetMeasured(ID, LVIV, -20));

        assertThat(camera.clockOffsetMillis()).isEqualTo(-20);
        assertThat(camera.offsetMeasuredAt()).isEqualTo(NINE.plusSeconds(2));
        assertThat(fold(INSTALLED).clockOffsetMillis()).isNull();
    }

    @Test
    void beginsOnceAndWithItsInstallation() {
        assertThatThrownBy(() -> fold(new CameraRemoved(ID, LVIV, "x"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fold(INSTALLED, INSTALLED)).isInstanceOf(IllegalStateException.class);
    }

    private static Camera fold(CameraFact... facts) {
        @Nullable Camera camera = null;
        Instant at = NINE;
        for (CameraFact fact : facts) {
            camera = Camera.evolve(camera, fact, at);
            at = at.plusSeconds(1);
        }
        if (camera == null) {
            throw new AssertionError("no facts");
        }
        return camera;
    }
}
