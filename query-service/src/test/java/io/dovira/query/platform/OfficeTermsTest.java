package io.dovira.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.OfficeId;
import io.dovira.events.Recorded;
import io.dovira.events.ServiceId;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.offices.OfficeTerms;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.query.story.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfficeTermsTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    /** Position 1 registers, 2 sets 900 s from January, 3 sets 600 s from March, 4 says that from January on it was 300 s. */
    private final Story story = new Story()
            .office("lviv", "police", "west", "Europe/Kyiv")
            .happens(JANUARY, offered(900))
            .happens(MARCH, offered(600))
            .happens(JANUARY, offered(300));

    private static ServiceOffered offered(@Nullable Integer seconds) {
        return new ServiceOffered(new OfficeId("lviv"), new ServiceId("advice"), Map.of("en", "Advice"), seconds);
    }

    private static OfficeTerms of(List<Recorded<?>> facts) {
        OfficeTerms terms = null;
        for (Recorded<?> fact : facts) {
            terms = OfficeTerms.evolve(terms, fact, (OfficeFact) fact.fact());
        }
        return Objects.requireNonNull(terms);
    }

    private @Nullable Integer target(String at, long position) {
        return of(story.facts()).waitTarget("advice", Instant.parse(at), position);
    }

    @Test
    void holdsFromItsInstantOn() {
        assertThat(target("2026-02-28T23:59:59.999Z", 4)).isEqualTo(900);
        assertThat(target("2026-03-01T00:00:00Z", 4)).isEqualTo(600);
    }

    @Test
    void isWhatWasKnownAtThePosition() {
        assertThat(target("2026-03-02T00:00:00Z", 3)).as("before it was told").isEqualTo(900);
        assertThat(target("2026-02-01T00:00:00Z", 5))
                .as("told later for the past")
                .isEqualTo(300);
        assertThat(target("2026-03-02T00:00:00Z", 5)).as("not for March").isEqualTo(600);
        assertThat(target("2026-03-02T00:00:00Z", 2)).as("nothing known").isNull();
    }

    @Test
    void isTheFirstOneBeforeAllOfThem() {
        assertThat(target("2025-06-01T00:00:00Z", 4)).isEqualTo(900);
    }

    @Test
    void isNoneOfAnotherService() {
        assertThat(of(story.facts()).waitTarget("permit", MARCH, 5)).isNull();
    }

    @Test
    void doesNotDependOnWhenItIsTaken() {
        List<Recorded<?>> backwards = new ArrayList<>(story.facts());
        Collections.reverse(backwards);

        assertThat(of(backwards)).isEqualTo(of(story.facts()));
    }

    @Test
    void knowsTheZoneOfThePosition() {
        story.office("lviv", "police", "west", "Europe/Warsaw");

        assertThat(of(story.facts()).zone(5)).isEqualTo("Europe/Kyiv");
        assertThat(of(story.facts()).zone(6)).isEqualTo("Europe/Warsaw");
    }

    /** A visit at position 1, a dead letter until the office was registered, takes what is known when it is tried again. */
    @Test
    void takesWhatIsKnownForWhoCameBeforeTheOfficeWasRegistered() {
        assertThat(of(story.facts()).zone(1)).isEqualTo("Europe/Kyiv");
        assertThat(target("2026-03-02T00:00:00Z", 1)).isEqualTo(600);
    }
}
