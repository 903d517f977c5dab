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
import io.dovira.events.obligations.Clockwork;
import io.dovira.events.obligations.Duties;
import io.dovira.events.obligations.Obligation;
import io.dovira.events.policies.PolicyBook;
import io.dovira.query.platform.InMemoryDocuments;
import io.dovira.query.story.RandomStory;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** What is published later, for the past too, moves no term that was told before; so the page of an appeal and that of obligations say the same. */
    @Property(tries = 30)
    void isDueSoonWhenItsObligationIs(@ForAll long seed) {
        InMemoryDocuments documents = new InMemoryDocuments(new AppealsFold());
        PolicyBook book = PolicyBook.empty();
        Map<String, Appeal> appeals = new HashMap<>();
        Map<String, Duties> duties = new HashMap<>();
        for (Recorded<?> recorded : RandomStory.ofEveryFeature(seed, 1200)) {
            documents.apply(recorded);
            if (recorded.fact() instanceof AppealFact fact) {
                String id = fact.appeal().value();
                Appeal appeal = Appeal.evolve(appeals.get(id), fact, recorded.occurredAt());
                appeals.put(id, appeal);
                Clockwork clockwork =
                        Clockwork.of(book, ZoneOffset.UTC, recorded.meta().origin());
                duties.put(id, Duties.after(duties.get(id), appeal, recorded.occurredAt(), clockwork));
            }
            book = book.after(recorded.fact(), recorded.occurredAt());
        }

        List<Integer> percents = new ArrayList<>();
        appeals.forEach((id, appeal) -> {
            Obligation answer =
                    Objects.requireNonNull(duties.get(id)).of("appeal-answer").orElse(null);
            if (answer != null && answer.from().equals(appeal.round().startedAt())) {
                AppealDocument document = Objects.requireNonNull(documents.get(AppealsFold.APPEALS, id));
                assertThat(document.soon())
                        .contains(new AppealDocument.Soon(appeal.round().number(), answer.soonPercent()));
                percents.add(answer.soonPercent());
            }
        });
        assertThat(percents).isNotEmpty();
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
