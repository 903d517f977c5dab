package io.dovira.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaTest {

    @ParameterizedTest
    @CsvSource({"LIVE, false", "IMPORTED, true", "SIMULATED, false"})
    void onlyWhatIsImportedIsHistoryByItself(Origin origin, boolean history) {
        Meta meta = meta(origin);

        assertThat(meta.backfilled()).isEqualTo(history);
        assertThat(meta.asMap()).doesNotContainKey(Meta.BACKFILLED);
        assertThat(Meta.of(meta.asMap())).isEqualTo(meta);
    }

    @Test
    void whatIsToldWithAWholeHistorySaysSo() {
        Meta meta = meta(Origin.SIMULATED).asHistory();

        assertThat(meta.backfilled()).isTrue();
        assertThat(meta.asMap()).containsEntry(Meta.BACKFILLED, "true");
        assertThat(Meta.of(meta.asMap())).isEqualTo(meta);
    }

    @Test
    void anOlderWriterToldAsItHappened() {
        assertThat(Meta.of(Map.of()).backfilled()).isFalse();
    }

    private static Meta meta(Origin origin) {
        return new Meta("olena", "clerk", "c-1", null, "lviv", TimeQuality.EXACT, origin);
    }
}
