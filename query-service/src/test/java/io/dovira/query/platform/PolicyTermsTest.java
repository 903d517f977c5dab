package io.dovira.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.PolicyId;
import io.dovira.events.Recorded;
import io.dovira.events.clocks.Limit;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.policies.PolicyTerms;
import io.dovira.query.story.Story;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyTermsTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    /** Position 1 says 15 days from January; position 3 says that from January on it was 10. */
    private final Story story = new Story()
            .happens(JANUARY, published(1, 15))
            .office("lviv", "police", "west", "Europe/Kyiv")
            .happens(MARCH, published(2, 10));

    private static PolicyPublished published(int version, int days) {
        return new PolicyPublished(
                new PolicyId("appeal-simple"),
                version,
                Map.of("en", "A term"),
                Limit.days(days),
                null,
                null,
                List.of(),
                Map.of("en", "A law"),
                JANUARY,
                null,
                version > 1,
                "published late");
    }

    private PolicyTerms terms() {
        PolicyTerms terms = null;
        for (Recorded<?> fact : story.facts()) {
            if (fact.fact() instanceof PolicyFact policy) {
                terms = PolicyTerms.evolve(terms, fact, policy);
            }
        }
        return Objects.requireNonNull(terms);
    }

    private @Nullable Integer version(long position) {
        return terms().at(position)
                .flatMap(history -> history.at(MARCH))
                .map(Policy::version)
                .orElse(null);
    }

    @Test
    void isWhatWasKnownAtThePosition() {
        assertThat(version(1)).as("before it was told").isNull();
        assertThat(version(2)).isEqualTo(1);
        assertThat(version(3)).as("the fact that tells it does not know it").isEqualTo(1);
        assertThat(version(4)).isEqualTo(2);
    }

    @Test
    void isWhatIsKnownNowForWhoAsksNow() {
        assertThat(terms().now().versions()).hasSize(2);
        assertThat(terms().at(Long.MAX_VALUE)).contains(terms().now());
    }
}
