package io.dovira.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    @Test
    void areVersionFiveAndTheSameForTheSameName() {
        UUID id = UUID.fromString(EventIds.of("nyc311/61234567/opened"));

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(EventIds.of("nyc311/61234567/opened")).isEqualTo(id.toString());
        assertThat(EventIds.of("nyc311/61234567/closed")).isNotEqualTo(id.toString());
    }

    /** Ids in logs that exist are derived this way for ever. */
    @Test
    void neverChange() {
        assertThat(EventIds.of("a")).isEqualTo("2f6ce65b-987e-5f5f-a05b-3be21dfbb9bd");
    }
}
