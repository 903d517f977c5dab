package io.dovira.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {

    @Property(tries = 200)
    void comesBackAsItWas(@ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) long millis) {
        PageToken token = new PageToken(Instant.ofEpochMilli(millis), "visit-0199b1d2.~_x");

        assertThat(PageToken.decode(token.encode())).isEqualTo(token);
        assertThat(token.encode()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "!", "dmlzaXQ", "IA", "MTIg", "OTk5OTk5OTk5OTk5OTk5OTk5OTkgeA", "IHg"})
    void refusesWhatIsNotOneOfOurs(String token) {
        assertThatIllegalArgumentException().isThrownBy(() -> PageToken.decode(token));
    }
}
