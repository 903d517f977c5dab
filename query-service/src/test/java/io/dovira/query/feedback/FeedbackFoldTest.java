package io.dovira.query.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.SurveyId;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.query.platform.InMemoryDocuments;
import io.dovira.query.platform.Office;
import io.dovira.query.story.RandomSurveys;
import io.dovira.query.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedbackFoldTest {
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");

    /** Nobody is counted twice and nobody is lost, whatever the order of offers and answers. */
    @Property(tries = 40)
    void countsEveryFactOnce(@ForAll long seed) {
        Story story = new Story()
                .office("lviv", "police", "west", "Europe/Kyiv")
                .office("york", "nypd", "bronx", "America/New_York");
        Random random = new Random(seed);
        RandomSurveys surveys = new RandomSurveys(story, random, List.of("lviv", "york"));
        Instant now = NINE;
        while (story.facts().size() < 250) {
            now = now.plus(Duration.ofMinutes(random.nextInt(300)));
            surveys.next(now);
        }
        InMemoryDocuments documents = folded(story.facts());
        List<Cell> cells = new ArrayList<>();
        documents.forEach(FeedbackFold.CELLS, (id, cell) -> cells.add(cell));

        List<SurveyOffered> offers = all(story, SurveyOffered.class);
        List<SurveyAnswered> answers = all(story, SurveyAnswered.class);
        assertThat(cells.stream().mapToInt(Cell::offered).sum()).isEqualTo(offers.size());
        assertThat(cells.stream()
                        .mapToInt(cell -> cell.answered() + cell.unasked())
                        .sum())
                .isEqualTo(answers.size());
        assertThat(cells.stream().mapToInt(cell -> cell.waiting().size()).sum())
                .isEqualTo(
                        offers.size() - cells.stream().mapToInt(Cell::answered).sum());
        assertThat(cells.stream().mapToLong(cell -> cell.csat().n()).sum())
                .isEqualTo(
                        answers.stream().filter(answer -> answer.csat() != null).count());
        assertThat(cells.stream().mapToLong(cell -> cell.nps().n()).sum())
                .isEqualTo(
                        answers.stream().filter(answer -> answer.nps() != null).count());
        assertThat(cells.stream().mapToInt(Cell::comments).sum()).isEqualTo((int)
                answers.stream().filter(answer -> answer.comment() != null).count());
        assertThat(cells)
                .allMatch(cell ->
                        cell.offered() == cell.answered() + cell.waiting().size());
    }

    /** Offered before midnight in New York, answered after it: the day of the offer, by the office's own clock. */
    @Test
    void belongsToTheDayOfTheOffer() {
        Story story = new Story().office("york", "nypd", "bronx", "America/New_York");
        Instant late = Instant.parse("2026-03-03T04:30:00Z");
        offer(story, "s1", "york", SurveyChannel.KIOSK, null, late);
        answer(story, "s1", "york", 5, null, late.plus(Duration.ofHours(3)));

        InMemoryDocuments documents = folded(story.facts());
        Cell cell = Objects.requireNonNull(documents.get(FeedbackFold.CELLS, "york/2026-03-02//KIOSK/LIVE"));
        assertThat(cell.answered()).isEqualTo(1);
    }

    @Test
    void claimsNothingBelowTheSmallestSample() {
        FeedbackRow thin = row(29, 1, 30);
        assertThat(thin.csat().percent()).isNull();
        assertThat(thin.csat().counts()).containsExactly(0, 0, 0, 0, 29);
        assertThat(thin.nps().score()).isNull();
        assertThat(thin.responsePercent()).isNotNull();
        FeedbackRow enough = row(30, 0, 30);
        assertThat(enough.csat().percent()).isEqualTo(100);
        assertThat(enough.nps().score()).isEqualTo(100);
        FeedbackRow unruled = row(100, 0, null);
        assertThat(unruled.csat().percent()).as("no rule, no claim").isNull();
        assertThat(unruled.responsePercent()).isNull();
    }

    /** What can still be answered is shown as open; the rate is a lower bound meanwhile. */
    @Test
    void tellsWhatExpiredFromWhatIsOpen() {
        Story story = new Story().office("lviv", "police", "west", "Europe/Kyiv");
        for (int i = 0; i < 30; i++) {
            offer(story, "a" + i, "lviv", SurveyChannel.TICKET, NINE.plusSeconds(60), NINE);
            answer(story, "a" + i, "lviv", 4, null, NINE.plusSeconds(10));
        }
        for (int i = 0; i < 10; i++) {
            offer(story, "e" + i, "lviv", SurveyChannel.TICKET, NINE.plusSeconds(60), NINE);
            offer(story, "o" + i, "lviv", SurveyChannel.TICKET, NINE.plusSeconds(7200), NINE);
        }
        offer(story, "for-ever", "lviv", SurveyChannel.TICKET, null, NINE);

        FeedbackRow row = row(story, NINE.plusSeconds(3600), 30);
        assertThat(row.offered()).isEqualTo(51);
        assertThat(row.expired()).isEqualTo(10);
        assertThat(row.open()).isEqualTo(11);
        assertThat(row.responsePercent()).isEqualTo(100.0 * 30 / 51, within(1e-9));
    }

    private static FeedbackRow row(int satisfied, int expired, @Nullable Integer smallest) {
        Story story = new Story().office("lviv", "police", "west", "Europe/Kyiv");
        for (int i = 0; i < satisfied; i++) {
            offer(story, "a" + i, "lviv", SurveyChannel.KIOSK, null, NINE);
            answer(story, "a" + i, "lviv", 5, 9, NINE);
        }
        for (int i = 0; i < expired; i++) {
            offer(story, "e" + i, "lviv", SurveyChannel.KIOSK, NINE, NINE);
        }
        return row(story, NINE.plusSeconds(1), smallest);
    }

    private static FeedbackRow row(Story story, Instant now, @Nullable Integer smallest) {
        InMemoryDocuments documents = folded(story.facts());
        List<Cell> cells = new ArrayList<>();
        documents.forEach(FeedbackFold.CELLS, (id, cell) -> cells.add(cell));
        Office office = Objects.requireNonNull(documents.get(FeedbackFold.OFFICES, "lviv"));
        Group group = new Group(cells.getFirst(), office, now.toEpochMilli());
        cells.forEach(group::add);
        Set<Dimension> by = EnumSet.of(Dimension.OFFICE);
        FeedbackRow row = group.row(by, smallest);
        assertThat(row.origin()).isEqualTo(Origin.LIVE);
        return row;
    }

    private static InMemoryDocuments folded(List<Recorded<?>> facts) {
        InMemoryDocuments documents = new InMemoryDocuments(new FeedbackFold());
        facts.forEach(documents::apply);
        return documents;
    }

    private static <F> List<F> all(Story story, Class<F> type) {
        return story.facts().stream()
                .map(Recorded::fact)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static void offer(
            Story story, String id, String office, SurveyChannel channel, @Nullable Instant expires, Instant at) {
        story.happens(
                at,
                new SurveyOffered(new SurveyId(id), new OfficeId(office), null, null, null, channel, expires, null));
    }

    private static void answer(Story story, String id, String office, int csat, @Nullable Integer nps, Instant at) {
        story.happens(
                at, new SurveyAnswered(new SurveyId(id), new OfficeId(office), null, null, csat, nps, null, null));
    }
}
