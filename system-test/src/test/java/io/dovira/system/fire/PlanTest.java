package io.dovira.system.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.system.fire.Plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(steps(42, 200)).isEqualTo(steps(42, 200));
        assertThat(steps(42, 200)).isNotEqualTo(steps(43, 200));
    }

    /** What a seed means is written down here, or an old report could not be repeated. */
    @Test
    void isTheSameInEveryBuild() {
        assertThat(steps(42, 1))
                .containsExactly(new Step(Fault.FILL_DISK, 31, 2_143_572_209, Duration.ofSeconds(1), 9_958));
    }

    @Test
    void strikesWithEverythingInEachRound() {
        List<Step> steps = steps(7, 3 * Plan.ROUND);
        for (int round = 0; round < 3; round++) {
            assertThat(steps.subList(round * Plan.ROUND, (round + 1) * Plan.ROUND))
                    .extracting(Step::fault)
                    .containsExactlyInAnyOrder(Fault.values());
        }
    }

    private static List<Step> steps(long seed, int count) {
        Plan plan = new Plan(seed);
        return Stream.generate(plan::next).limit(count).toList();
    }
}
