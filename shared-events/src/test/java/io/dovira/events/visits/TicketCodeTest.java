package io.dovira.events.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.appeals.ReceiptCode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketCodeTest {
    private static final TicketCode CODE = new TicketCode("7K2QF0M9XATB4ZC8WD1N5EHR6");

    @ParameterizedTest
    @ValueSource(strings = {"7K2QF-0M9XA-TB4ZC-8WD1N-5EHR6", "7k2qf om9xa tb4zc 8wdln 5ehr6"})
    void forgivesHowPeopleTypeIt(String typed) {
        assertThat(new TicketCode(typed)).isEqualTo(CODE);
        assertThat(new TicketCode(typed).printed()).isEqualTo("7K2QF-0M9XA-TB4ZC-8WD1N-5EHR6");
    }

    /** The id stands in the log for good: whoever finds the visit later finds it by the same digits. */
    @Test
    void opensAlwaysTheSameVisit() {
        UUID visit = UUID.fromString(CODE.visit().value());

        assertThat(CODE.visit().value()).isEqualTo("71918240-cc7d-82da-b8ab-aafcc40730ff");
        assertThat(visit.version()).isEqualTo(8);
        assertThat(visit.variant()).isEqualTo(2);
    }

    @Test
    void opensAVisitOfItsOwn() {
        Random random = new Random(7);
        Set<String> visits = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            byte[] bits = new byte[16];
            random.nextBytes(bits);
            TicketCode code = TicketCode.of(bits);
            visits.add(code.visit().value());
            assertThat(code.visit().value().toUpperCase(Locale.ROOT)).doesNotContain(code.value());
            assertThat(code.value()).isEqualTo(ReceiptCode.of(bits).value());
        }
        assertThat(visits).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A042", "7K2QF0M9XATB4ZC8WD1N", "7K2QF0M9XATB4ZC8WD1N5EHRU", "7K2QF0M9XATB4ZC8WD1N5EHR67"})
    void refusesWhatIsNone(String typed) {
        assertThatThrownBy(() -> new TicketCode(typed)).isInstanceOf(IllegalArgumentException.class);
    }
}
