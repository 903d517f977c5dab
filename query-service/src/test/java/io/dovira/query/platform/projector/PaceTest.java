package io.dovira.query.platform.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Rebuilds and what is shown, by a clock that moves only when somebody works or sleeps. */
class PaceTest {

    private static final Duration BUDGET = Duration.ofMillis(40);

    private long now = 1_000_000;
    private long slept;
    private Runnable whileSleeping = () -> {};
    private final Pace pace = new Pace(BUDGET, () -> now, this::sleep);

    private void sleep(long nanos) {
        now += nanos;
        slept += nanos;
        whileSleeping.run();
    }

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private void shown(long millis) {
        long began = pace.shownBegins();
        pass(millis);
        pace.shownEnds(began);
    }

    /** So much work without a break, then the question whether to rest. Returns for how long it did. */
    private double rest(Pace.Work work, long millis) {
        long before = slept;
        work.begins();
        pass(millis);
        work.step();
        return (slept - before) / 1e6;
    }

    private void grown() {
        pass(20_000);
        pace.shownIdle();
        rest(pace.work(), 10);
        assertThat(pace.share()).isEqualTo(1);
    }

    @Test
    void aRebuildDoesNotRestWhileNothingIsLate() {
        grown();
        shown(39);

        assertThat(rest(pace.work(), 400)).isZero();
    }

    @Test
    void aLateBatchHalvesWhatARebuildMayDo() {
        grown();
        shown(41);
        assertThat(pace.share()).isEqualTo(0.5);

        assertThat(rest(pace.work(), 10)).as("as long as it worked").isCloseTo(10, within(0.5));
        shown(41);
        assertThat(rest(pace.work(), 10)).as("three times as long").isCloseTo(29, within(2.0));
    }

    @Test
    void whatWasLateAtTheSameMomentIsOneReason() {
        grown();
        long first = pace.shownBegins();
        long second = pace.shownBegins();
        pass(100);
        pace.shownEnds(first);
        pass(2);
        pace.shownEnds(second);

        assertThat(pace.share()).isEqualTo(0.5);
    }

    @Test
    void aRebuildNeverComesToAnEnd() {
        grown();
        for (int i = 0; i < 100; i++) {
            shown(500);
        }
        assertThat(pace.share()).isEqualTo(0.05);

        assertThat(rest(pace.work(), 10)).isBetween(100.0, 190.0);
        for (int i = 0; i < 100; i++) {
            shown(500);
        }
        assertThat(rest(pace.work(), 60_000)).as("a long piece, a short rest").isEqualTo(500);
    }

    @Test
    void theShareGrowsBackByATenthASecond() {
        grown();
        for (int i = 0; i < 5; i++) {
            shown(50);
        }
        rest(pace.work(), 4);
        double small = pace.share();
        pass(3_000);
        pace.shownIdle();
        rest(pace.work(), 4);

        assertThat(pace.share()).isCloseTo(small + 0.3, within(0.02));
    }

    @Test
    void aBatchThatIsUnderWayGoesFirst() {
        grown();
        long began = pace.shownBegins();
        long ends = now + TimeUnit.MILLISECONDS.toNanos(17);
        whileSleeping = () -> {
            if (now >= ends) {
                whileSleeping = () -> {};
                pace.shownEnds(began);
            }
        };

        assertThat(rest(pace.work(), 5)).as("until the batch has ended").isCloseTo(12, within(1.1));
    }

    @Test
    void whoeverHasAlwaysSomethingToDoIsWaitedForALittleOnly() {
        grown();
        pace.shownBegins();

        assertThat(rest(pace.work(), 5)).isCloseTo(50, within(1.1));
    }

    @Test
    void aPieceIsSomeMillisecondsLong() {
        grown();
        pace.shownBegins();
        Pace.Work work = pace.work();

        pass(3);
        work.step();
        assertThat(slept).as("not yet").isZero();
        pass(1);
        work.step();
        assertThat(slept).isPositive();
    }

    @Test
    void whereNothingIsShownARebuildWorksHalfOfTheTime() {
        Pace.Work work = pace.work();
        double rested = 0;
        for (int i = 0; i < 1_000; i++) {
            rested += rest(work, 10);
        }

        assertThat(rested).isCloseTo(10_000, within(200.0));
    }

    /**
     * What is shown takes 20 ms for a batch, and 60 ms when a rebuild had more than a third of the time before: then something is overloaded. A
     * rebuild that took all the time would make every batch late.
     */
    @Test
    void keepsWhatIsShownInTimeWhereOnlySomeOfTheWorkFits() {
        grown();
        Pace.Work work = pace.work();
        int late = 0;
        int batches = 0;
        long worked = 0;
        long began = now;
        for (int round = 0; round < 10_000; round++) {
            long from = now;
            long busy = 0;
            while (now - from < TimeUnit.MILLISECONDS.toNanos(100)) {
                busy += TimeUnit.MILLISECONDS.toNanos(5);
                rest(work, 5);
            }
            worked += busy;
            boolean overloaded = busy > (now - from) / 3;
            batches++;
            if (overloaded) {
                late++;
            }
            shown(overloaded ? 60 : 20);
        }

        assertThat((double) late / batches).as("late batches").isLessThan(0.2);
        assertThat((double) worked / (now - began))
                .as("and a rebuild that gets on")
                .isGreaterThan(0.1);
    }
}
