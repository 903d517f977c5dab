package io.dovira.query.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.query.estimates.Estimate.Verdict;
import io.dovira.query.estimates.Hall.Pace;
import io.dovira.query.estimates.Hall.Serving;
import io.dovira.query.estimates.Hall.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final int TEN_MINUTES = 600;

    @Test
    void isNoWaitAtAFreeDesk() {
        assertThat(forecast(0, 1, 0)).isZero();
        assertThat(forecast(1, 2, 0)).isZero();
    }

    @Test
    void isTheServiceOfWhoeverIsAheadAtTheDesksThatWork() {
        assertThat(forecast(3, 1, 0)).isEqualTo(3 * TEN_MINUTES);
        assertThat(forecast(3, 2, 0)).isEqualTo(TEN_MINUTES);
        assertThat(forecast(4, 2, 0)).isEqualTo(2 * TEN_MINUTES);
    }

    /** Who was called four minutes ago needs six more; who is there for an hour is not done at once. */
    @Test
    void countsWhatIsLeftOfTheServicesThatRun() {
        assertThat(withOneServed(NINE.minusSeconds(240))).isEqualTo(360);
        assertThat(withOneServed(NINE.minusSeconds(3_600))).isEqualTo(TEN_MINUTES / 4);
    }

    @Test
    void saysNothingWhileNobodyWorksOrLittleIsKnown() {
        assertThat(Forecast.of(hall(2, 0, 0, 10, List.of()), NINE)).isNull();
        assertThat(Forecast.of(hall(2, 1, 0, 9, List.of()), NINE)).isNull();
        assertThat(Objects.requireNonNull(Forecast.of(hall(2, 1, 0, 10, errors(19)), NINE))
                        .fromSeconds())
                .isNull();
        assertThat(Objects.requireNonNull(Forecast.of(hall(2, 1, 0, 10, errors(20)), NINE))
                        .fromSeconds())
                .isNotNull();
    }

    @Test
    void doesNotCountWhoWaitsForACertainDesk() {
        Hall hall = hall(0, 1, 0, 10, List.of());
        List<Waiting> queue = List.of(new Waiting("r", 1, "advice", NINE.minusSeconds(60), true, false, null));

        Estimate estimate = Objects.requireNonNull(
                Forecast.of(new Hall("o", queue, List.of(), hall.desks(), hall.services(), List.of()), NINE));

        assertThat(estimate.ahead()).isZero();
        assertThat(estimate.forecastSeconds()).isZero();
    }

    /** Forecasts that were always half of what came are doubled, and the unit of a step keeps it from doubling nothing to nothing. */
    @Test
    void isCorrectedByHowFarTheLastOnesWereOff() {
        Estimate estimate =
                Objects.requireNonNull(Forecast.of(hall(3, 1, 0, 10, Collections.nCopies(20, 2_000)), NINE));

        assertThat(estimate.stepSeconds()).isEqualTo(TEN_MINUTES);
        assertThat(estimate.fromSeconds()).isEqualTo(2 * (1_800 + 600) - 600);
        assertThat(estimate.toSeconds()).isEqualTo(estimate.fromSeconds());
        assertThat(estimate.error(Duration.ofSeconds(2 * (1_800 + 600) - 600))).isEqualTo(2_000);
        assertThat(estimate.verdict(Duration.ofSeconds(4_199))).isEqualTo(Verdict.SOONER);
        assertThat(estimate.verdict(Duration.ofMinutes(70))).isEqualTo(Verdict.INSIDE);
        assertThat(estimate.verdict(Duration.ofSeconds(4_201))).isEqualTo(Verdict.LATER);
    }

    @Property(tries = 300)
    void neverSaysLessForMorePeopleNorMoreForMoreDesks(
            @ForAll @IntRange(max = 30) int ahead,
            @ForAll @IntRange(min = 1, max = 6) int desks,
            @ForAll @IntRange(max = 6) int served) {
        int forecast = forecast(ahead, desks, Math.min(served, desks));

        assertThat(forecast(ahead + 1, desks, Math.min(served, desks))).isGreaterThanOrEqualTo(forecast);
        assertThat(forecast(ahead, desks + 1, Math.min(served, desks))).isLessThanOrEqualTo(forecast);
    }

    @Property(tries = 300)
    void holdsARangeThatBeginsBeforeItEndsAndIsNeverNegative(
            @ForAll @IntRange(max = 30) int ahead,
            @ForAll @IntRange(min = 1, max = 6) int desks,
            @ForAll List<@IntRange(min = 1, max = 1_000_000) Integer> off) {
        Estimate estimate = Objects.requireNonNull(Forecast.of(hall(ahead, desks, 0, 10, off), NINE));

        if (off.size() < Forecast.FEW_ERRORS) {
            assertThat(estimate.fromSeconds()).isNull();
            assertThat(estimate.toSeconds()).isNull();
        } else {
            assertThat(Objects.requireNonNull(estimate.fromSeconds()))
                    .isBetween(0, Objects.requireNonNull(estimate.toSeconds()));
        }
    }

    private static int forecast(int ahead, int desks, int served) {
        return Objects.requireNonNull(Forecast.of(hall(ahead, desks, served, 10, List.of()), NINE))
                .forecastSeconds();
    }

    private static int withOneServed(Instant calledAt) {
        Hall hall = hall(0, 1, 0, 10, List.of());
        List<Serving> serving = List.of(new Serving("s", 1, "advice", calledAt.minusSeconds(60), "d0", calledAt));
        return Objects.requireNonNull(
                        Forecast.of(new Hall("o", List.of(), serving, hall.desks(), hall.services(), List.of()), NINE))
                .forecastSeconds();
    }

    /** @param known how many services are known, ten minutes each */
    private static Hall hall(int ahead, int desks, int served, int known, List<Integer> errors) {
        List<Waiting> queue = new ArrayList<>();
        for (int i = 0; i < ahead; i++) {
            queue.add(new Waiting("w" + i, 1, "advice", NINE.minusSeconds(100 - i), false, false, null));
        }
        List<Serving> serving = new ArrayList<>();
        for (int i = 0; i < served; i++) {
            serving.add(new Serving("s" + i, 1, "advice", NINE.minusSeconds(900), "d" + i, NINE.minusSeconds(60L * i)));
        }
        return new Hall(
                "o",
                queue,
                serving,
                IntStream.range(0, desks).mapToObj(i -> "d" + i).toList(),
                List.of(new Pace("advice", Collections.nCopies(known, TEN_MINUTES))),
                errors);
    }

    private static List<Integer> errors(int n) {
        return IntStream.range(0, n).mapToObj(i -> 500 + i * 50).toList();
    }
}
