package io.dovira.query.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Recorded;
import io.dovira.events.cases.Case;
import io.dovira.events.cases.CaseFact;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import io.dovira.query.platform.InMemoryDocuments;
import io.dovira.query.story.RandomStory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class InteractionsFoldTest {

    /** What the index says of an interaction is what its own facts say, however they lie among the facts of others. */
    @Property(tries = 30)
    void saysOfEachInteractionWhatItsFactsSay(@ForAll long seed) {
        List<Recorded<?>> story = RandomStory.of(seed, 300);
        InMemoryDocuments documents = new InMemoryDocuments(new InteractionsFold());
        story.forEach(documents::apply);

        Map<String, Object> expected = alone(story);
        Map<String, Object> actual = new TreeMap<>();
        documents.forEach(InteractionsFold.INTERACTIONS, (id, found) -> {
            actual.put(id, found.kind().equals("visit") ? known(found.visit()) : known(found.matter()));
            assertThat(found.organisation()).isEqualTo(found.office().equals("york") ? "nypd" : "police");
        });
        assertThat(actual).isEqualTo(expected).isNotEmpty();
    }

    @Property(tries = 30)
    void agreesWithTheStateInEveryShownField(@ForAll long seed) {
        InMemoryDocuments documents = new InMemoryDocuments(new InteractionsFold());
        RandomStory.of(seed, 200).forEach(documents::apply);

        documents.forEach(InteractionsFold.INTERACTIONS, (id, found) -> {
            Visit visit = found.visit();
            if (visit != null) {
                assertThat(found.facts()).isEqualTo(visit.facts());
                assertThat(found.openedAt()).isEqualTo(visit.arrivedAt());
                assertThat(found.closedAt() == null).isEqualTo(visit.isOpen());
                assertThat(found.state())
                        .isEqualTo(known(visit.lastLeg()).state().name());
            }
            Case matter = found.matter();
            if (matter != null) {
                assertThat(found.facts()).isEqualTo(matter.facts());
                assertThat(found.closedAt()).isEqualTo(matter.closedAt());
                assertThat(found.ticket()).isEmpty();
            }
        });
    }

    private static Map<String, Object> alone(List<Recorded<?>> story) {
        Map<String, Object> states = new HashMap<>();
        for (Recorded<?> recorded : story) {
            states.compute(recorded.stream(), (stream, before) -> switch (recorded.fact()) {
                case VisitFact fact -> Visit.evolve((Visit) before, fact, recorded.occurredAt());
                case CaseFact fact -> Case.evolve((Case) before, fact, recorded.occurredAt());
                default -> null;
            });
        }
        return new TreeMap<>(states);
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
