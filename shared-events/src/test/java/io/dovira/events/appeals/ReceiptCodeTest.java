package io.dovira.events.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptCodeTest {
    private static final ReceiptCode CODE = new ReceiptCode("7K2QF0M9XATB4ZC8WD1N5EHR6");

    @Test
    void isPrintedInGroups() {
        assertThat(CODE.printed()).isEqualTo("7K2QF-0M9XA-TB4ZC-8WD1N-5EHR6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7K2QF-0M9XA-TB4ZC-8WD1N-5EHR6",
                "7k2qf0m9xatb4zc8wd1n5ehr6",
                "7K2QF OM9XA TB4ZC 8WDIN 5EHR6",
                "7k2qf-om9xa-tb4zc-8wdln-5ehr6"
            })
    void forgivesHowPeopleTypeIt(String typed) {
        assertThat(new ReceiptCode(typed)).isEqualTo(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7K2QF",
                "7K2QF0M9XATB4ZC8WD1N0",
                "7K2QF0M9XATB4ZC8WD1U",
                "7K2QF0M9XATB4ZC8WD1Ä",
                "7K2QF0M9XATB4ZC8WD1N5EHR67"
            })
    void refusesWhatIsNone(String typed) {
        assertThatThrownBy(() -> new ReceiptCode(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofTheFirstKindStillOpens() {
        assertThat(new ReceiptCode("7k2qf-om9xa-tb4zc-8wdln").printed()).isEqualTo("7K2QF-0M9XA-TB4ZC-8WD1N");
    }

    @Test
    void isMadeOfItsBitsInOrder() {
        byte[] bits = new byte[16];
        assertThat(ReceiptCode.of(bits).value()).isEqualTo("0".repeat(25));
        Arrays.fill(bits, (byte) -1);
        assertThat(ReceiptCode.of(bits).value()).isEqualTo("Z".repeat(25));
        bits = HexFormat.of().parseHex("00443214c74254b635cf84653a56d7c6");
        assertThat(ReceiptCode.of(bits).value()).isEqualTo("0123456789ABCDEFGHJKMNPQR");
    }

    /** By another program: {@code printf 7K2QF0M9XATB4ZC8WD1N5EHR6 | sha256sum}. */
    @Test
    void isKnownAgainByTheDigestOfHowItIsWritten() {
        assertThat(new ReceiptCode("7k2qf-om9xa-tb4zc-8wdln-5ehr6").digest())
                .isEqualTo(CODE.digest())
                .isEqualTo(new ReceiptDigest("71918240cc7d12dab8abaafcc40730fffcd2bf558ef27e19044f9ba1b91581fd"));
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
