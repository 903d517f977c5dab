package io.dovira.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {

    private static final long MINUTE = 60_000;

    private final Sample sample = new Sample();

    /** Vector of DOMAIN.md, section 2, convention 1. */
    @Test
    void takesTheNearestRank() {
        LongStream.of(2, 4, 4, 5, 6, 7, 9, 12, 15, 40).forEach(minutes -> sample.add(minutes * MINUTE));

        assertThat(sample.mean()).isEqualTo(10.4 * MINUTE);
        assertThat(sample.atPercent(50)).isEqualTo(6.0 * MINUTE);
        assertThat(sample.atPercent(90)).isEqualTo(15.0 * MINUTE);
        assertThat(sample.atPercent(95)).isEqualTo(40.0 * MINUTE);
    }

    @Test
    void claimsNoPercentileBelowThirtyValuesAndShowsThemInstead() {
        LongStream.range(0, 29).map(i -> 28 - i).forEach(sample::add);

        assertThat(sample.percentile(50)).isNull();
        assertThat(sample.values()).hasSize(29).isSorted();

        sample.add(100);
        assertThat(sample.percentile(50)).isEqualTo(14.0);
        assertThat(sample.values()).isNull();
    }

    @Test
    void countsZeroes() {
        sample.addAll(List.of(0L, 0L, 600L));

        assertThat(sample.n()).isEqualTo(3);
        assertThat(sample.mean()).isEqualTo(200.0);
        assertThat(sample.min()).isZero();
    }

    @Test
    void knowsNothingOfNoValues() {
        assertThat(sample.n()).isZero();
        assertThat(sample.mean()).isNull();
        assertThat(sample.min()).isNull();
        assertThat(sample.max()).isNull();
    }

    @Test
    void isExactUpToTenThousandValuesAndWithinOnePercentAbove() {
        LongStream.rangeClosed(1, 10_000).forEach(i -> sample.add(i * 1_000));
        assertThat(sample.isExact()).isTrue();
        assertThat(sample.percentile(99)).isEqualTo(9_900_000.0);

        sample.add(10_001_000);
        assertThat(sample.isExact()).isFalse();
        assertThat(sample.percentile(50)).isCloseTo(5_001_000.0, within(50_010.0));
        assertThat(sample.percentile(99)).isCloseTo(9_901_000.0, within(99_010.0));
        assertThat(sample.sum()).isEqualTo(10_001L * 10_002 / 2 * 1_000);
        assertThat(sample.max()).isEqualTo(10_001_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40, 9_000, 25_000})
    void mergesToWhatAddingEveryValueGives(int each) {
        Random random = new Random(each);
        Sample all = new Sample();
        for (int part = 0; part < 5; part++) {
            Sample one = new Sample();
            for (int i = 0; i < each; i++) {
                long ms = random.nextInt(4_000_000);
                one.add(ms);
                all.add(ms);
            }
            sample.merge(one);
            sample.merge(new Sample());
            assertThat(sample.n()).isEqualTo(all.n());
            assertThat(sample.sum()).isEqualTo(all.sum());
            assertThat(sample.min()).isEqualTo(all.min());
            assertThat(sample.max()).isEqualTo(all.max());
            assertThat(sample.isExact()).isEqualTo(all.isExact());
            for (int percent : new int[] {1, 50, 90, 99, 100}) {
                assertThat(sample.atPercent(percent)).isEqualTo(all.atPercent(percent));
            }
            assertThat(sample.values()).isEqualTo(all.values());
            assertThat(one.n()).as("the other stays as it was").isEqualTo(each);
        }
    }
}
