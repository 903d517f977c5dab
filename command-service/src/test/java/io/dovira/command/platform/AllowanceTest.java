package io.dovira.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final Allowance allowance = new Allowance(3, Duration.ofSeconds(10));

    @Test
    void givesABurstAndThenOneAfterEachPause() {
        assertThat(taken("a", 0, 4)).isEqualTo(3);
        assertThat(allowance.take("a", at(0))).contains(Duration.ofSeconds(10));
        assertThat(allowance.take("a", at(4))).contains(Duration.ofSeconds(6));
        assertThat(taken("a", 10, 2)).isEqualTo(1);
        assertThat(taken("a", 40, 4)).isEqualTo(3);
    }

    @Test
    void asksNobodyToPayForOthers() {
        assertThat(taken("a", 0, 9)).isEqualTo(3);
        assertThat(taken("b", 0, 9)).isEqualTo(3);
    }

    @Test
    void aClockThatIsSetBackGivesNothingAway() {
        assertThat(taken("a", 60, 3)).isEqualTo(3);
        assertThat(taken("a", 0, 3)).isZero();
    }

    @Test
    void staysSmallWhateverIsAskedFor() {
        for (int key = 0; key < 30_000; key++) {
            assertThat(allowance.take("key" + key, at(0))).isEmpty();
        }
        assertThat(allowance.size()).isLessThanOrEqualTo(10_000);
        allowance.take("last", at(3_600));
        assertThat(allowance.size()).isEqualTo(1);
    }

    private int taken(String key, int second, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += allowance.take(key, at(second)).isEmpty() ? 1 : 0;
        }
        return taken;
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
