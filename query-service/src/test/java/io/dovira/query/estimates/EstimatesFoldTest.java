package io.dovira.query.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.Recorded;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import io.dovira.events.offices.BreakStarted;
import io.dovira.events.offices.DeskOpened;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.LegRecycled;
import io.dovira.events.visits.LegTransferred;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.query.estimates.Hall.Waiting;
import io.dovira.query.platform.InMemoryDocuments;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EstimatesFoldTest {
    private static final String LVIV = "lviv";
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final StaffId STAFF = new StaffId("olena");

    /** Every wait that ended by a call is in the figures once, with a range or without one, however often it was called. */
    @Property(tries = 40)
    void countsEveryWaitThatACallEndedOnce(@ForAll long seed) {
        List<Recorded<?>> facts = RandomStory.of(seed, 300);
        Set<String> called = new HashSet<>();
        for (Recorded<?> recorded : facts) {
            if (recorded.fact() instanceof VisitorCalled f) {
                called.add(f.visit() + "/" + f.leg());
            }
        }

        List<Outcomes> outcomes = outcomes(folded(facts));

        assertThat(outcomes.stream()
                        .mapToInt(all -> all.compared() + all.untold())
                        .sum())
                .isEqualTo(called.size());
    }

    /**
     * In offices where nothing changes but chance, eight of ten are called when they were told, whatever the office is like: its number of desks, how
     * long its services take, how busy it is, how much too long or too short services are recorded. The offices are the same in each run: the waits of
     * one busy day hang together, so that in some random office fewer would be right by mere chance.
     */
    @Test
    void eightOfTenAreCalledWithinTheirRange() {
        int compared = 0;
        int inside = 0;
        Random random = new Random(5);
        for (int office = 0; office < 25; office++) {
            int desks = 1 + random.nextInt(4);
            double minutes = 4 + random.nextInt(15);
            double load = 0.5 + 0.45 * random.nextDouble();

            List<Outcomes> outcomes = outcomes(folded(office(random, desks, minutes, load, 700)));

            int told = outcomes.stream().mapToInt(Outcomes::compared).sum();
            int right = outcomes.stream().mapToInt(Outcomes::inside).sum();
            assertThat(told).isGreaterThan(600);
            assertThat(right / (double) told)
                    .as("%s desks, %s minutes, load %s", desks, minutes, load)
                    .isBetween(0.7, 0.9);
            compared += told;
            inside += right;
        }
        assertThat(inside / (double) compared).isBetween(0.77, 0.83);
    }

    @Test
    void tellsWhoComesLastWhatTheLastWaitsWereLike() {
        Hall hall = hall(folded(office(new Random(5), 2, 10, 0.8, 300)));

        assertThat(hall.errors()).hasSize(60);
        assertThat(hall.paces("advice")).hasSize(30);
        Estimate estimate = Objects.requireNonNull(Forecast.of(hall, NINE.plus(Duration.ofDays(30))));
        assertThat(Objects.requireNonNull(estimate.toSeconds()))
                .isGreaterThan(Objects.requireNonNull(estimate.fromSeconds()));
    }

    @Test
    void keepsWhoWaitsInOrderAndDesksAsTheyWork() {
        Story story = opened();
        story.arrives("second", LVIV, "advice", NINE.plusSeconds(60).toString());
        story.arrives("third", LVIV, "advice", NINE.plusSeconds(90).toString());
        story.arrives("reserved", LVIV, "advice", NINE.plusSeconds(10).toString());
        story.happens(NINE.plusSeconds(100), new VisitorCalled(new VisitId("reserved"), 1, desk(1), STAFF));
        story.happens(
                NINE.plusSeconds(200),
                new LegTransferred(new VisitId("reserved"), 1, new ServiceId("advice"), desk(2), null));
        story.happens(NINE.plusSeconds(210), new BreakStarted(new OfficeId(LVIV), desk(2), STAFF));

        Hall hall = hall(folded(story.facts()));

        assertThat(hall.queue()).extracting(Waiting::visit).containsExactly("second", "third", "reserved");
        assertThat(hall.queue()).extracting(Waiting::reserved).containsExactly(false, false, true);
        assertThat(hall.ahead(hall.queue().get(1), NINE.plusSeconds(300))).isEqualTo(1);
        assertThat(hall.ahead(hall.queue().get(2), NINE.plusSeconds(300))).isEqualTo(2);
        assertThat(hall.desks()).containsExactly("d1");
        assertThat(hall.paces("advice")).containsExactly(100);
    }

    /** Nothing closes a visit by itself: tickets that were never called stay open, though nobody stands there any more. */
    @Test
    void countsNobodyAheadWhoWentHomeTheDayBefore() {
        Story story = new Story();
        office(new Random(3), 2, 10, 0.8, 100)
                .forEach(recorded -> story.told(recorded.recordedAt(), recorded.occurredAt(), recorded.fact()));
        Instant evening = NINE.plus(Duration.ofDays(40)).plus(Duration.ofHours(9));
        Instant morning = evening.plus(Duration.ofHours(15));
        story.arrives("home-1", LVIV, "advice", evening.toString());
        story.arrives("home-2", LVIV, "advice", evening.plusSeconds(60).toString());
        story.arrives("early", LVIV, "advice", morning.toString());
        story.arrives("next", LVIV, "advice", morning.plusSeconds(60).toString());

        Hall hall = hall(folded(story.facts()));

        Waiting next = Objects.requireNonNull(hall.waiting("next", 1));
        assertThat(hall.queue()).extracting(Waiting::visit).containsExactly("home-1", "home-2", "early", "next");
        assertThat(hall.ahead(next, morning.plusSeconds(90))).isEqualTo(1);
        assertThat(Objects.requireNonNull(next.estimate()).ahead()).isEqualTo(1);
    }

    @Test
    void keepsTheLineOverMidnightWhereTheOfficeNeverCloses() {
        Story story = opened();
        Instant midnight = Instant.parse("2026-03-02T22:00:00Z");
        story.arrives("before", LVIV, "advice", midnight.minusSeconds(600).toString());
        story.arrives("after", LVIV, "advice", midnight.plusSeconds(600).toString());

        Hall hall = hall(folded(story.facts()));

        assertThat(hall.ahead(Objects.requireNonNull(hall.waiting("after", 1)), midnight.plusSeconds(900)))
                .isEqualTo(1);
    }

    @Test
    void putsWhoDidNotComeBackInTheOldPlaceAndComparesOnce() {
        Story story = opened();
        story.arrives("one", LVIV, "advice", NINE.toString());
        story.arrives("two", LVIV, "advice", NINE.plusSeconds(10).toString());
        story.happens(NINE.plusSeconds(60), new VisitorCalled(new VisitId("one"), 1, desk(1), STAFF));
        story.happens(NINE.plusSeconds(90), new LegRecycled(new VisitId("one"), 1));

        Hall hall = hall(folded(story.facts()));
        assertThat(hall.queue()).extracting(Waiting::visit).containsExactly("one", "two");
        assertThat(hall.queue()).extracting(Waiting::again).containsExactly(true, false);

        story.happens(NINE.plusSeconds(120), new VisitorCalled(new VisitId("one"), 1, desk(1), STAFF));
        assertThat(outcomes(folded(story.facts()))).singleElement().satisfies(all -> {
            assertThat(all.untold()).isEqualTo(1);
            assertThat(all.compared()).isZero();
            assertThat(all.day()).isEqualTo("2026-03-02");
        });
    }

    @Test
    void doesNotJudgeWhatNobodyCouldBeTold() {
        List<Recorded<?>> before = office(new Random(3), 2, 10, 0.8, 200);
        Story story = new Story();
        before.forEach(recorded -> story.told(recorded.recordedAt(), recorded.occurredAt(), recorded.fact()));
        int compared = compared(story);
        Instant later = NINE.plus(Duration.ofDays(40));

        story.told(later.plusSeconds(120), later, arrived("typed-later"));
        story.told(later.plusSeconds(120), later, issued("typed-later"));
        story.told(later.plusSeconds(200), later.plusSeconds(60), called("typed-later"));
        story.backfilled(true);
        story.happens(later, arrived("history"))
                .happens(later, issued("history"))
                .happens(later, called("history"));
        story.backfilled(false);

        assertThat(compared(story)).isEqualTo(compared);
    }

    @Test
    void showsWhoLeftAndDoesNotJudgeThem() {
        Story story = new Story();
        office(new Random(3), 1, 10, 0.8, 200)
                .forEach(recorded -> story.told(recorded.recordedAt(), recorded.occurredAt(), recorded.fact()));
        int compared = compared(story);
        Instant later = NINE.plus(Duration.ofDays(40));
        story.happens(later, arrived("leaves")).happens(later, issued("leaves"));
        story.happens(later.plusSeconds(60), new VisitorAbandoned(new VisitId("leaves"), 1));

        assertThat(compared(story)).isEqualTo(compared);
        assertThat(outcomes(folded(story.facts())).stream()
                        .mapToInt(Outcomes::left)
                        .sum())
                .isEqualTo(1);
    }

    private static int compared(Story story) {
        return outcomes(folded(story.facts())).stream()
                .mapToInt(all -> all.compared() + all.untold())
                .sum();
    }

    private static Fact arrived(String visit) {
        return new VisitorArrived(new VisitId(visit), new OfficeId(LVIV), Channel.IN_PERSON, null);
    }

    private static Fact issued(String visit) {
        return new TicketIssued(new VisitId(visit), "A001", new ServiceId("advice"));
    }

    private static Fact called(String visit) {
        return new VisitorCalled(new VisitId(visit), 1, desk(1), STAFF);
    }

    private static Story opened() {
        return new Story()
                .office(LVIV, "police", "west", "Europe/Kyiv")
                .offers(LVIV, "advice", 600)
                .happens(NINE, new DeskOpened(new OfficeId(LVIV), desk(1), STAFF))
                .happens(NINE, new DeskOpened(new OfficeId(LVIV), desk(2), STAFF));
    }

    private static DeskId desk(int n) {
        return new DeskId("d" + n);
    }

    private record Happening(Instant at, Fact fact) {}

    /** An office that is always open: who comes first is called first, at the desk that is free first. */
    private static List<Recorded<?>> office(Random random, int desks, double minutes, double load, int visitors) {
        Story story = new Story().office(LVIV, "police", "west", "Europe/Kyiv").offers(LVIV, "advice", 600);
        for (int desk = 1; desk <= desks; desk++) {
            story.happens(NINE, new DeskOpened(new OfficeId(LVIV), desk(desk), STAFF));
        }
        PriorityQueue<Free> free =
                new PriorityQueue<>(Comparator.comparing(Free::at).thenComparingInt(Free::desk));
        for (int desk = 1; desk <= desks; desk++) {
            free.add(new Free(NINE, desk));
        }
        List<Happening> all = new ArrayList<>();
        Instant now = NINE;
        Instant lastCall = NINE;
        for (int i = 0; i < visitors; i++) {
            now = now.plusSeconds((long) (-Math.log(1 - random.nextDouble()) * minutes * 60 / desks / load));
            String visit = "v" + i;
            all.add(new Happening(now, arrived(visit)));
            all.add(new Happening(now, issued(visit)));
            Free next = free.remove();
            Instant call = latest(latest(now, next.at()), lastCall).plusSeconds(1 + random.nextInt(20));
            lastCall = call;
            Instant end = call.plusSeconds((long) (minutes * 60 * (0.3 + 1.4 * random.nextDouble())));
            all.add(new Happening(call, new VisitorCalled(new VisitId(visit), 1, desk(next.desk()), STAFF)));
            all.add(new Happening(end, new ServiceFinished(new VisitId(visit), 1, null)));
            free.add(new Free(end, next.desk()));
        }
        all.sort(Comparator.comparing(Happening::at));
        all.forEach(each -> story.happens(each.at(), each.fact()));
        return story.facts();
    }

    private record Free(Instant at, int desk) {}

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static InMemoryDocuments folded(List<Recorded<?>> facts) {
        InMemoryDocuments documents = new InMemoryDocuments(new EstimatesFold());
        facts.forEach(documents::apply);
        return documents;
    }

    private static Hall hall(InMemoryDocuments documents) {
        return Objects.requireNonNull(documents.get(EstimatesFold.HALLS, LVIV));
    }

    private static List<Outcomes> outcomes(InMemoryDocuments documents) {
        List<Outcomes> all = new ArrayList<>();
        documents.forEach(EstimatesFold.OUTCOMES, (id, one) -> all.add(one));
        return all;
    }
}
