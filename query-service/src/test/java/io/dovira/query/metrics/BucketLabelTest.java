package io.dovira.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.query.metrics.Bucket.Label;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A label is kept for the arrivals that follow, up to its end: it has to be theirs. */
class BucketLabelTest {

    private static final long STEP = Duration.ofMinutes(5).toMillis();

    @ParameterizedTest
    @CsvSource({
        "Europe/Kyiv, 2026-03-28T12:00:00Z",
        "Europe/Kyiv, 2026-10-24T12:00:00Z",
        "America/New_York, 2026-11-01T00:00:00Z",
        "Australia/Lord_Howe, 2026-04-04T10:00:00Z",
        "Australia/Lord_Howe, 2026-10-03T10:00:00Z",
        "Asia/Kathmandu, 2026-10-03T10:00:00Z"
    })
    void isTheLabelOfEveryArrivalUpToItsEnd(String zone, Instant from) {
        ZoneId there = ZoneId.of(zone);
        for (Bucket bucket : Bucket.values()) {
            long begin = from.toEpochMilli();
            for (long at = begin; at < begin + 100 * STEP; at += STEP) {
                Label label = bucket.label(at, there);
                for (long later = at; later < Math.min(label.end(), begin + 300 * STEP); later += STEP) {
                    Label its = bucket.label(later, there);
                    assertThat(its.text()).isEqualTo(label.text());
                    assertThat(its.order()).isEqualTo(label.order());
                }
            }
        }
    }
}
