package io.dovira.query.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.Recorded;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.Round;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.query.platform.InMemoryDocuments;
import io.dovira.query.story.RandomStory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AppealsFoldTest {

    /** What is kept of an appeal is what its own facts say, however they lie among the facts of others. */
    @Property(tries = 30)
    void saysOfEachAppealWhatItsFactsSay(@ForAll long seed) {
        List<Recorded<?>> story = RandomStory.ofEveryFeature(seed, 1200);
        InMemoryDocuments documents = new InMemoryDocuments(new AppealsFold());
        story.forEach(documents::apply);

        Map<String, Appeal> expected = new HashMap<>();
        Map<String, Long> entered = new HashMap<>();
        Map<String, AppealSurvey> surveys = new HashMap<>();
        for (Recorded<?> recorded : story) {
            if (recorded.fact() instanceof AppealFact fact) {
                String id = fact.appeal().value();
                expected.put(id, Appeal.evolve(expected.get(id), fact, recorded.occurredAt()));
                if (!entered.containsKey(id) || fact instanceof AppealRegistered) {
                    entered.put(id, recorded.position());
                }
            }
        }
        for (Recorded<?> recorded : story) {
            if (recorded.fact() instanceof SurveyOffered fact && fact.appeal() != null) {
                surveys.put(
                        fact.appeal().value(), new AppealSurvey(fact.survey().value(), fact.expiresAt(), null));
            } else if (recorded.fact() instanceof SurveyAnswered fact) {
                surveys.replaceAll((id, asked) ->
                        asked.id().equals(fact.survey().value()) ? asked.answered(recorded.occurredAt()) : asked);
            }
        }
        Map<String, Appeal> actual = new HashMap<>();
        Map<String, RoundDocument> rounds = new HashMap<>();
        documents.forEach(AppealsFold.ROUNDS, rounds::put);
        List<String> orders = new ArrayList<>();
        documents.forEach(AppealsFold.APPEALS, (id, found) -> {
            actual.put(id, found.appeal());
            orders.add(found.order());
            assertThat(found.survey()).isEqualTo(surveys.get(id));
            assertThat(found.open()).isEqualTo(found.appeal().state().isOpen());
            assertThat(found.entered()).isEqualTo(entered.get(id));
            for (Round round : found.appeal().rounds()) {
                assertThat(rounds.remove(id + ":" + round.number()))
                        .isEqualTo(RoundDocument.of(found.office(), found.origin(), round));
            }
        });

        assertThat(actual).isEqualTo(expected).isNotEmpty();
        assertThat(rounds).isEmpty();
        assertThat(orders)
                .doesNotHaveDuplicates()
                .allMatch(order -> AppealIndex.place(AppealIndex.token(order)).equals(order));
    }

    /** While the facts of the appeal wait as dead letters; taken in silence, the survey would be missing when they are tried again. */
    @Test
    void cannotTakeASurveyOfAnAppealThatItDoesNotKnow() {
        List<Recorded<?>> story = LongStream.range(0, 100)
                .mapToObj(seed -> RandomStory.ofEveryFeature(seed, 1200))
                .filter(each -> each.stream().anyMatch(AppealsFoldTest::offersASurveyOfAnAppeal))
                .findFirst()
                .orElseThrow();
        Recorded<?> offer = story.stream()
                .filter(AppealsFoldTest::offersASurveyOfAnAppeal)
                .findFirst()
                .orElseThrow();
        InMemoryDocuments documents = new InMemoryDocuments(new AppealsFold());

        assertThatThrownBy(() -> documents.apply(offer)).hasMessageContaining("is not known");

        story.stream().filter(recorded -> recorded.fact() instanceof AppealFact).forEach(documents::apply);
        assertThatCode(() -> documents.apply(offer)).doesNotThrowAnyException();
    }

    private static boolean offersASurveyOfAnAppeal(Recorded<?> recorded) {
        return recorded.fact() instanceof SurveyOffered fact && fact.appeal() != null;
    }
}
