package io.dovira.command.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void matchesTheWholeText() {
        assertThat(Patience.matches(Pattern.compile("TEST.*"), "TEST 1")).isTrue();
        assertThat(Patience.matches(Pattern.compile("TEST"), "TEST 1")).isFalse();
        assertThat(Patience.matches(Pattern.compile("(\\w+ ?)*"), "a few words ".repeat(20)))
                .isTrue();
    }

    @Test
    void endsWhereAPatternWouldNeverEnd() {
        assertThatThrownBy(() -> Patience.matches(Pattern.compile("(?:.*a){20}b"), "a".repeat(200)))
                .isInstanceOf(Patience.Exhausted.class)
                .hasMessageContaining("(?:.*a){20}b");
    }

    @Test
    void endsWhereAPatternWouldUseUpTheStack() {
        assertThatThrownBy(() -> Patience.matches(Pattern.compile("(a|b)*"), "ab".repeat(500_000)))
                .isInstanceOf(Patience.Exhausted.class);
    }
}
