package io.dovira.query.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

class StandardisedTest {

    /** Advice: 146 of 180 everywhere, permits: 50 of 180. Counted by hand. */
    @Test
    void expectsWhatTheMixOfServicesWouldReachIfEachWentAsItGoesEverywhere() {
        Map<String, Standardised> all = Standardised.of(Map.of(
                "easy", Map.of("advice", new Count(90, 100), "permit", new Count(5, 20)),
                "hard", Map.of("advice", new Count(16, 20), "permit", new Count(25, 100)),
                "mid",
                        Map.of(
                                "advice", new Count(40, 60),
                                "permit", new Count(20, 60),
                                "weapons", new Count(30, 40))));

        Standardised easy = of(all, "easy");
        assertThat(easy.n()).isEqualTo(120);
        assertThat(easy.observed()).isEqualTo(95);
        assertThat(easy.expected()).isCloseTo(100 * 146.0 / 180 + 20 * 50.0 / 180, within(1e-9));
        assertThat(easy.variance())
                .isCloseTo(100 * (146 * 34) / (180.0 * 180) + 20 * (50 * 130) / (180.0 * 180), within(1e-9));
        assertThat(of(all, "hard").expected()).isCloseTo(44, within(1e-9));
        assertThat(of(all, "hard").observed())
                .as("a third of all, against two thirds, and yet hardly less than expected")
                .isEqualTo(41);
    }

    @Test
    void leavesOutAServiceThatNoOtherOfficeGives() {
        Standardised mid = of(
                Standardised.of(Map.of(
                        "mid", Map.of("advice", new Count(40, 60), "weapons", new Count(30, 40)),
                        "other", Map.of("advice", new Count(20, 60), "weapons", Count.NONE))),
                "mid");

        assertThat(mid.n()).isEqualTo(60);
        assertThat(mid.alone()).isEqualTo(40);
        assertThat(mid.observed()).isEqualTo(40);
        assertThat(mid.expected()).isCloseTo(30, within(1e-9));
    }

    @Property
    @Domain(Offices.class)
    void allTogetherReachWhatWasExpectedOfAll(@ForAll Map<String, Map<String, Count>> counts) {
        Map<String, Standardised> all = Standardised.of(counts);

        assertThat(all.values().stream().mapToDouble(Standardised::expected).sum())
                .isCloseTo(
                        (double) all.values().stream()
                                .mapToLong(Standardised::observed)
                                .sum(),
                        within(1e-6));
        assertThat(all.values()).allSatisfy(each -> {
            assertThat(each.expected()).isBetween(-1e-9, each.n() + 1e-9);
            assertThat(each.variance()).isBetween(0.0, each.n() / 4.0 + 1e-9);
        });
    }

    private static Standardised of(Map<String, Standardised> all, String office) {
        return Objects.requireNonNull(all.get(office));
    }
}
