package io.dovira.query.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.VisitId;
import io.dovira.events.clocks.Limit;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.query.platform.InMemoryDocuments;
import io.dovira.query.story.Story;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LatenessTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final Story story = new Story().office("lviv", "police", "west", "Europe/Kyiv");

    private void rule(int version, int seconds, Instant from) {
        story.happens(
                NINE,
                new PolicyPublished(
                        KnownPolicies.VISIT_LATE_ENTRY,
                        version,
                        Map.of("en", "A late entry"),
                        Limit.seconds(seconds),
                        null,
                        null,
                        List.of(),
                        Map.of("en", "A house rule"),
                        from,
                        null,
                        true,
                        "a test"));
    }

    private void arrives(String visit, int secondsBefore, Instant recordedAt) {
        story.told(
                recordedAt,
                recordedAt.minusSeconds(secondsBefore),
                new VisitorArrived(new VisitId(visit), new OfficeId("lviv"), Channel.IN_PERSON, null));
    }

    private Map<String, Boolean> late() {
        InMemoryDocuments documents = new InMemoryDocuments(new InteractionsFold());
        story.facts().forEach(documents::apply);
        Map<String, Boolean> late = new TreeMap<>();
        documents.forEach(InteractionsFold.INTERACTIONS, (id, found) -> late.put(id, found.late()));
        return late;
    }

    @Test
    void isMoreThanTheRuleOfTheMomentOfRecordingAllows() {
        rule(1, 300, NINE);
        rule(2, 60, NINE.plusSeconds(3_600));
        arrives("a", 300, NINE.plusSeconds(1_000));
        arrives("b", 301, NINE.plusSeconds(1_000));
        arrives("c", 61, NINE.plusSeconds(3_599));
        arrives("d", 61, NINE.plusSeconds(3_600));

        assertThat(late()).isEqualTo(Map.of("visit-a", false, "visit-b", true, "visit-c", false, "visit-d", true));
    }

    @Test
    void isNotWithoutARuleAndNotByOneThatIsPublishedLater() {
        arrives("a", 3_000, NINE.plusSeconds(1_000));
        assertThat(late()).isEqualTo(Map.of("visit-a", false));

        rule(1, 300, Instant.parse("2000-01-01T00:00:00Z"));

        assertThat(late()).isEqualTo(Map.of("visit-a", false));
    }

    @Test
    void isNeverWhatWasImported() {
        rule(1, 300, NINE);
        story.from(Origin.IMPORTED);
        arrives("a", 3_000, NINE.plusSeconds(1_000));

        assertThat(late()).isEqualTo(Map.of("visit-a", false));
    }
}
