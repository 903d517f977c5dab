package io.dovira.events.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptCodeTest {
    private static final ReceiptCode CODE = new ReceiptCode("7K2QF0M9XATB4ZC8WD1N");

    @Test
    void isPrintedInGroups() {
        assertThat(CODE.printed()).isEqualTo("7K2QF-0M9XA-TB4ZC-8WD1N");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7K2QF-0M9XA-TB4ZC-8WD1N",
                "7k2qf0m9xatb4zc8wd1n",
                "7K2QF OM9XA TB4ZC 8WDIN",
                "7k2qf-om9xa-tb4zc-8wdln"
            })
    void forgivesHowPeopleTypeIt(String typed) {
        assertThat(new ReceiptCode(typed)).isEqualTo(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7K2QF", "7K2QF0M9XATB4ZC8WD1N0", "7K2QF0M9XATB4ZC8WD1U", "7K2QF0M9XATB4ZC8WD1Ä"})
    void refusesWhatIsNone(String typed) {
        assertThatThrownBy(() -> new ReceiptCode(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isDrawnFromAllDigits() {
        Random random = new Random(4711);
        Set<Integer> digits = new HashSet<>();
        Set<ReceiptCode> codes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ReceiptCode code = ReceiptCode.draw(random);
            code.value().chars().forEach(digits::add);
            codes.add(code);
        }

        assertThat(digits).hasSize(32);
        assertThat(codes).hasSize(1000);
    }
}
