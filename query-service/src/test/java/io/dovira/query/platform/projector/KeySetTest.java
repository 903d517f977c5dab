package io.dovira.query.platform.projector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeySetTest {

    @Property
    void neverMissesAKeyThatWasAdded(@ForAll List<String> keys) {
        KeySet set = new KeySet();
        for (String key : keys) {
            set.add(key);
            set.add(key);
            assertThat(set.mayHave(key)).isTrue();
        }
        assertThat(keys).allMatch(set::mayHave);
    }

    /** Documents' keys are alike: an office, a day, a number. None of these is taken for another one, and none is lost when the set grows. */
    @Test
    void tellsAMillionKeysApart() {
        KeySet set = new KeySet();
        for (int i = 0; i < 1_000_000; i++) {
            set.add(key(i));
        }

        assertThat(IntStream.range(0, 1_000_000).filter(i -> !set.mayHave(key(i))))
                .isEmpty();
        assertThat(IntStream.range(1_000_000, 2_000_000)
                        .filter(i -> set.mayHave(key(i)))
                        .count())
                .as("taken for one that is there")
                .isZero();
    }

    private static String key(int i) {
        return "office-" + i % 40 + "/2026-10-" + (10 + i / 40 % 20) + "/visit-" + i;
    }
}
