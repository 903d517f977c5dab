package io.dovira.command.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HorizonTest {
    private static final Instant TEN = Instant.parse("2026-03-02T08:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private Instant here = TEN;
    private Instant there = TEN;
    private long head = 100;

    private Horizon horizon() {
        return new Horizon(
                new Clock() {
                    @Override
                    public Instant instant() {
                        asked.add("here");
                        return here;
                    }

                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }
                },
                () -> {
                    asked.add("there");
                    return there;
                },
                () -> {
                    asked.add("head");
                    return head;
                });
    }

    /** Others import for hours: whoever waits for the end of the log waits as long. */
    @Test
    void isPassedAlsoIfTheLogGrowsForEver() {
        Horizon horizon = horizon();
        List<Instant> passed = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            here = TEN.plusSeconds(second);
            there = here;
            long taken = 60 + second * 10L;
            head = taken + 40;
            horizon.passedAt(taken).ifPresent(passed::add);
        }

        assertThat(passed).startsWith(TEN, TEN.plusSeconds(5)).hasSize(12);
    }

    @Test
    void judgesByTheMomentBeforeTheHeadWasRead() {
        Horizon horizon = horizon();
        assertThat(horizon.passedAt(99)).isEmpty();
        assertThat(horizon.isAhead()).isTrue();
        assertThat(asked).containsExactly("there", "here", "head");
        here = TEN.plusSeconds(7);
        there = TEN.plusSeconds(7);
        head = 900;

        assertThat(horizon.passedAt(100)).contains(TEN);
        assertThat(horizon.isAhead()).isFalse();
        assertThat(asked).as("asked once").hasSize(3);
    }

    @Test
    void goesByTheEarlierOfTwoClocks() {
        here = TEN.plusSeconds(600);
        assertThat(horizon().passedAt(100)).as("this machine is ahead").contains(TEN);
        here = TEN.minusSeconds(600);
        assertThat(horizon().passedAt(100)).as("the database is ahead").contains(TEN.minusSeconds(600));
    }
}
