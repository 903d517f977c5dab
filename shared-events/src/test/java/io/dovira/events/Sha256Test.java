package io.dovira.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {
    /** FIPS 180-2, appendix B.1. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void isThatOfTheStandard() {
        assertThat(Sha256.of("abc")).isEqualTo(OF_ABC);
        assertThat(Sha256.of("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo(OF_ABC);
    }

    @Test
    void isTheSameOfPieces() {
        MessageDigest begun = Sha256.begin();
        begun.update("a".getBytes(StandardCharsets.UTF_8));
        begun.update("bc".getBytes(StandardCharsets.UTF_8));

        assertThat(Sha256.end(begun)).isEqualTo(OF_ABC);
    }

    @Test
    void hasOneForm() {
        assertThat(Sha256.checked("a digest", OF_ABC)).isEqualTo(OF_ABC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ba7816bf",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "not hexadecimal"
            })
    void refusesAnotherForm(String value) {
        assertThatThrownBy(() -> Sha256.checked("a digest", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a digest");
    }
}
