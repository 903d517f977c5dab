package io.dovira.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SketchTest {

    static final long A_YEAR = 366L * 86_400_000;

    @Property(tries = 300)
    void isWithinOnePercentOfTheTrueValueAtEveryRank(
            @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0, max = A_YEAR) Long> values) {
        Sketch sketch = of(values);
        List<Long> ascending = new ArrayList<>(values);
        Collections.sort(ascending);

        for (int rank = 1; rank <= values.size(); rank++) {
            double exact = ascending.get(rank - 1);
            assertThat(sketch.atRank(rank)).isCloseTo(exact, within(exact * Sketch.ALPHA * 1.000_001));
        }
    }

    @Property(tries = 200)
    void mergesInAnyOrderToTheSameBytes(
            @ForAll @Size(max = 60) List<@LongRange(min = 0, max = A_YEAR) Long> a,
            @ForAll @Size(max = 60) List<@LongRange(min = 0, max = A_YEAR) Long> b,
            @ForAll @Size(max = 60) List<@LongRange(min = 0, max = A_YEAR) Long> c) {
        List<Long> together = new ArrayList<>(a);
        together.addAll(b);
        together.addAll(c);
        Collections.shuffle(together, new java.util.Random(a.size()));

        Sketch left = merged(merged(of(a), of(b)), of(c));
        Sketch right = merged(of(c), merged(of(b), of(a)));

        assertThat(left.bytes()).isEqualTo(right.bytes()).isEqualTo(of(together).bytes());
        assertThat(left.n()).isEqualTo(together.size());
    }

    private static Sketch of(List<Long> values) {
        Sketch sketch = new Sketch();
        values.forEach(sketch::add);
        return sketch;
    }

    private static Sketch merged(Sketch into, Sketch other) {
        into.merge(other);
        return into;
    }
}
