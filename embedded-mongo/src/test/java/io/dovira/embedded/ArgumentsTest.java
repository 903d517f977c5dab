package io.dovira.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void readsThePortAndTheDirectory() {
        assertThat(Arguments.parse("--port", "0", "--data", "d")).isEqualTo(new Arguments(0, Path.of("d"), false));
        assertThat(Arguments.parse("--memory")).isEqualTo(new Arguments(Arguments.DEFAULT_PORT, null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--data", "--port x --memory", "--port 70000 --memory", "--memory --data d", "--wat"})
    void refusesWhatItDoesNotUnderstandWithASentence(String line) {
        assertThatThrownBy(() -> Arguments.parse(line.isEmpty() ? new String[0] : line.split(" ", -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).{10,}");
    }
}
