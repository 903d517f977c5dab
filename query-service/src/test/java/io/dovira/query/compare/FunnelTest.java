package io.dovira.query.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dovira.query.compare.Funnel.Dot;
import io.dovira.query.compare.Funnel.Limits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Vectors were computed by the formulas of the papers in another language. */
class FunnelTest {
    private static final int SMALLEST = 30;

    private static Map<String, Map<String, Count>> alike(long... parts) {
        Map<String, Map<String, Count>> counts = new TreeMap<>();
        for (int i = 0; i < parts.length; i++) {
            counts.put("o" + i, Map.of("advice", new Count(parts[i], 100)));
        }
        return counts;
    }

    private static Dot dot(Funnel funnel, String office) {
        return Objects.requireNonNull(funnel.dots().get(office));
    }

    private static double number(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }

    @Test
    void tellsTheOneThatChanceDoesNotExplain() {
        Map<String, Map<String, Count>> counts = alike(80, 80, 80, 80, 80, 80, 80, 80, 80);
        counts.put("bad", Map.of("advice", new Count(60, 100)));
        counts.put("tiny", Map.of("advice", new Count(1, 5)));

        Funnel funnel = Funnel.of(counts, SMALLEST);

        assertThat(number(funnel.share())).isCloseTo(781.0 / 1_005, within(1e-12));
        assertThat(number(dot(funnel, "o3").z())).isCloseTo(0.5558035527, within(1e-9));
        assertThat(number(dot(funnel, "o3").share())).isCloseTo(0.8, within(1e-9));
        assertThat(number(dot(funnel, "o3").effectiveN())).isCloseTo(100, within(1e-9));
        assertThat(number(dot(funnel, "bad").z())).isCloseTo(-3.8360447938, within(1e-9));
        assertThat(dot(funnel, "bad").place()).isEqualTo(Place.WORSE);
        assertThat(dot(funnel, "tiny")).satisfies(tiny -> {
            assertThat(tiny.place()).isEqualTo(Place.FEW);
            assertThat(tiny.z()).isNull();
            assertThat(tiny.share()).isNull();
            assertThat(tiny.counted().observed()).isEqualTo(1);
        });
        assertThat(funnel.at(Place.WITHIN)).isEqualTo(9);
        assertThat(funnel.at(Place.WORSE)).isEqualTo(1);
        assertThat(funnel.at(Place.FEW)).isEqualTo(1);
        assertThat(funnel.dispersion().between()).isZero();
        Limits limits = funnel.limits(100);
        assertThat(limits.lower998()).isCloseTo(0.636420, within(1e-6));
        assertThat(limits.lower95()).isCloseTo(0.690112, within(1e-6));
        assertThat(limits.upper95()).isCloseTo(0.853559, within(1e-6));
        assertThat(limits.upper998()).isCloseTo(0.891685, within(1e-6));
    }

    @Test
    void takesTheMixOfServicesOut() {
        Funnel funnel = Funnel.of(
                Map.of(
                        "easy", Map.of("advice", new Count(90, 100), "permit", new Count(5, 20)),
                        "hard", Map.of("advice", new Count(16, 20), "permit", new Count(25, 100)),
                        "mid",
                                Map.of(
                                        "advice", new Count(40, 60),
                                        "permit", new Count(20, 60),
                                        "weapons", new Count(30, 40))),
                SMALLEST);

        assertThat(number(funnel.share())).isCloseTo(196.0 / 360, within(1e-12));
        Dot hard = dot(funnel, "hard");
        assertThat((double) hard.counted().observed() / hard.counted().n()).isLessThan(0.35);
        assertThat(number(hard.share())).isCloseTo(0.5184010430, within(1e-9));
        assertThat(number(hard.z())).isCloseTo(-0.3813709741, within(1e-9));
        assertThat(number(hard.effectiveN())).isCloseTo(144.7021140, within(1e-6));
        assertThat(number(dot(funnel, "easy").z())).isCloseTo(1.1888782616, within(1e-9));
        assertThat(dot(funnel, "mid").counted().alone()).isEqualTo(40);
    }

    /** Of ten thousand people each, so that chance alone would allow less than half a point. */
    @Test
    void raisesNoAlarmWhereAllDiffer() {
        Funnel funnel = Funnel.of(
                Map.of(
                        "a", Map.of("x", new Count(9_000, 10_000)),
                        "b", Map.of("x", new Count(8_500, 10_000)),
                        "c", Map.of("x", new Count(8_000, 10_000)),
                        "d", Map.of("x", new Count(7_500, 10_000))),
                SMALLEST);

        assertThat(funnel.dispersion().ratio()).isCloseTo(227.0191852, within(1e-6));
        assertThat(funnel.dispersion().between()).isCloseTo(0.00754192908, within(1e-9));
        assertThat(number(dot(funnel, "a").z())).isCloseTo(1.2626725038, within(1e-9));
        assertThat(funnel.dots().values()).extracting(Dot::place).containsOnly(Place.WITHIN);
    }

    @Test
    void judgesNobodyWithoutARuleOfHowManyAreEnough() {
        Funnel funnel = Funnel.of(alike(80, 20), null);

        assertThat(funnel.dots().values()).extracting(Dot::place).containsOnly(Place.FEW);
        assertThat(funnel.curve()).isEmpty();
        assertThat(number(funnel.share())).isEqualTo(0.5);
    }

    @Test
    void hasNothingToSayOfNothing() {
        Funnel funnel = Funnel.of(Map.of(), SMALLEST);

        assertThat(funnel.share()).isNull();
        assertThat(funnel.dots()).isEmpty();
        assertThat(funnel.curve()).isEmpty();
    }

    @Test
    void neverCallsAllOfThirtyAnAlarmWhereNineOfTenAreUsual() {
        Map<String, Map<String, Count>> counts = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            counts.put("o" + i, Map.of("advice", new Count(90, 100)));
        }
        counts.put("small", Map.of("advice", new Count(30, 30)));

        assertThat(dot(Funnel.of(counts, SMALLEST), "small").place()).isIn(Place.WITHIN, Place.HIGH);
    }

    @Property
    void anOfficeThatReachesWhatWasExpectedLiesOnTheCentre(@ForAll @DoubleRange(min = 0.02, max = 0.98) double share) {
        long part = Math.round(share * 1_000);
        Funnel funnel = Funnel.of(
                Map.of(
                        "a", Map.of("x", new Count(part, 1_000), "y", new Count(300, 1_000)),
                        "b", Map.of("x", new Count(2 * part, 2_000), "y", new Count(30, 100))),
                SMALLEST);

        assertThat(funnel.dots().values()).allSatisfy(dot -> {
            assertThat(number(dot.z())).isCloseTo(0, within(1e-6));
            assertThat(number(dot.share())).isCloseTo(number(funnel.share()), within(1e-6));
        });
    }

    @Property
    @Domain(Offices.class)
    void limitsNestAndCloseInWithMoreEntries(@ForAll Map<String, Map<String, Count>> counts) {
        Limits before = null;
        for (Limits limits : Funnel.of(counts, SMALLEST).curve()) {
            assertThat(List.of(limits.lower998(), limits.lower95(), limits.upper95(), limits.upper998()))
                    .isSorted()
                    .allSatisfy(limit -> assertThat(limit).isBetween(0.0, 1.0));
            if (before != null) {
                assertThat(limits.n()).isGreaterThan(before.n());
                assertThat(limits.lower998()).isGreaterThanOrEqualTo(before.lower998() - 1e-9);
                assertThat(limits.upper998()).isLessThanOrEqualTo(before.upper998() + 1e-9);
            }
            before = limits;
        }
    }

    @Property
    @Domain(Offices.class)
    void aDotIsDrawnBeyondALimitIfAndOnlyIfItIsJudgedSo(@ForAll Map<String, Map<String, Count>> counts) {
        Funnel funnel = Funnel.of(counts, SMALLEST);

        assertThat(funnel.dots().values().stream().filter(dot -> dot.place() != Place.FEW))
                .allSatisfy(dot -> {
                    Limits limits = funnel.limits(number(dot.effectiveN()));
                    double share = number(dot.share());
                    if (dot.place() == Place.BETTER) {
                        assertThat(share).isGreaterThanOrEqualTo(limits.upper998() - 1e-9);
                    } else if (dot.place() == Place.WORSE) {
                        assertThat(share).isLessThanOrEqualTo(limits.lower998() + 1e-9);
                    } else {
                        assertThat(share).isBetween(limits.lower998() - 1e-9, limits.upper998() + 1e-9);
                    }
                });
    }
}
