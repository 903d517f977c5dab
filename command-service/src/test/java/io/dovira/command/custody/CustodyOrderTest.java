package io.dovira.command.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.events.custody.ArrivalFact;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.LegalAidFact.ConsultationEnded;
import io.dovira.events.custody.LegalAidFact.ConsultationStarted;
import io.dovira.events.custody.LocationFact;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.ProcedureFact.QuestioningEnded;
import io.dovira.events.custody.ProcedureFact.QuestioningStarted;
import io.dovira.events.custody.RecordFact;
import io.dovira.events.custody.Task;
import io.dovira.events.obligations.Obligation;
import io.dovira.events.obligations.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;

/** In whatever order the entries of a stay are typed, with the times at which they happened: the duties come out as if each had been typed at once. */
class CustodyOrderTest {
    private static final int TYPED = 100_000;

    /** Without samples that the order of typing may refuse: a talk ends only after it was begun. */
    private static final List<CustodyFact> ENTRIES = Samples.ENTRIES.stream()
            .filter(entry -> !(entry instanceof ConsultationStarted || entry instanceof ConsultationEnded))
            .filter(entry -> !(entry instanceof QuestioningStarted || entry instanceof QuestioningEnded))
            .filter(entry -> !(entry instanceof RecordFact) || entry instanceof RecordFact.PersonReleased)
            .toList();

    /**
     * What is entered.
     *
     * @param minute in which it happened; no two entries have the same
     * @param typed by which the entries are ordered when they are typed
     */
    private record Entry(int number, CustodyFact fact, int minute, int typed) {
        boolean isMove() {
            return fact instanceof ArrivalFact
                    || (fact instanceof LocationFact && !(fact instanceof CellAssigned))
                    || fact instanceof RecordFact.PersonReleased;
        }
    }

    /**
     * One entry, by the number of its sample.
     *
     * @param after minutes since the entry before it
     * @param late minutes until it is typed
     */
    record Step(int what, int after, int late) {}

    private record Told(CustodyHall hall, Set<Integer> refused) {}

    @Property(tries = 1000)
    void ofTypingDoesNotMatter(@ForAll("steps") List<Step> steps, @ForAll DetentionGround ground) {
        List<Entry> entries = entries(steps);
        Told inOrder = told(ground, entries, Comparator.comparingInt(Entry::minute));
        Told asTyped = told(ground, entries, Comparator.comparingInt(Entry::typed));
        while (!inOrder.refused().isEmpty() || !asTyped.refused().isEmpty()) {
            Set<Integer> refused = new HashSet<>(inOrder.refused());
            refused.addAll(asTyped.refused());
            entries = entries.stream()
                    .filter(entry -> !refused.contains(entry.number()))
                    .toList();
            inOrder = told(ground, entries, Comparator.comparingInt(Entry::minute));
            asTyped = told(ground, entries, Comparator.comparingInt(Entry::typed));
        }

        assertThat(standing(asTyped.hall())).isEqualTo(standing(inOrder.hall()));

        long met = asTyped.hall().duties().newest().stream()
                .filter(each -> each.outcome() == Outcome.MET || each.outcome() == Outcome.MET_LATE)
                .count();
        Statistics.label("met")
                .collect(met > 3)
                .coverage(coverage -> coverage.check(true).percentage(p -> p > 10));
    }

    /** Moves are typed in their order, for the decider takes no other; everything else may be typed before them or after. */
    private static List<Entry> entries(List<Step> steps) {
        List<Entry> entries = new ArrayList<>();
        int minute = 0;
        int moved = 0;
        for (Step step : steps) {
            minute += step.after();
            CustodyFact fact = ENTRIES.get(step.what());
            Entry entry = new Entry(entries.size(), fact, minute, minute + step.late());
            if (entry.isMove()) {
                moved = Math.max(moved + 1, minute + step.late() / 20);
                entry = new Entry(entries.size(), fact, minute, moved);
            }
            entries.add(entry);
        }
        return entries;
    }

    private static Told told(DetentionGround ground, List<Entry> entries, Comparator<Entry> order) {
        CustodyHall hall = new CustodyHall();
        hall.enter(Sample.apprehended(ground), 0, TYPED);
        Set<Integer> refused = new HashSet<>();
        entries.stream().sorted(order).forEach(entry -> {
            if (!(hall.enter(entry.fact(), entry.minute(), TYPED) instanceof Decision.Accepted)) {
                refused.add(entry.number());
            }
        });
        return new Told(hall, refused);
    }

    /** Each duty and what has become of its obligation. What fell away before anybody told that it was owed has no limit, and was no obligation. */
    private static Map<Duty, List<Object>> standing(CustodyHall hall) {
        Map<Duty, List<Object>> all = new EnumMap<>(Duty.class);
        for (Task task : hall.now().tasks()) {
            Optional<Obligation> owed = hall.obligation(task.duty());
            all.put(
                    task.duty(),
                    task.state() == Task.State.LAPSED
                            ? List.of(
                                    task.state(),
                                    task.since(),
                                    owed.filter(Obligation::isOpen).isPresent())
                            : List.of(task, owed.map(CustodyOrderTest::outcome)));
        }
        return all;
    }

    private static List<Object> outcome(Obligation owed) {
        return List.of(owed.outcome(), owed.from(), owed.told(), Optional.ofNullable(owed.closedAt()));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> any = Combinators.combine(
                        Arbitraries.integers()
                                .between(0, ENTRIES.size() - 1)
                                .withDistribution(RandomDistribution.uniform()),
                        Arbitraries.integers().between(1, 60).withDistribution(RandomDistribution.uniform()),
                        Arbitraries.integers().between(0, 600).withDistribution(RandomDistribution.uniform()))
                .as(Step::new);
        Arbitrary<List<Step>> arrival = Arbitraries.integers()
                .between(1, 60)
                .map(after -> List.of(new Step(0, after, 0), new Step(1, after, 0), new Step(cell(), after, 0)));
        return Combinators.combine(
                        any.list().ofMaxSize(4),
                        arrival,
                        any.list().ofMinSize(3).ofMaxSize(30))
                .as((before, arrived, then) -> {
                    List<Step> all = new ArrayList<>(before);
                    all.addAll(arrived);
                    all.addAll(then);
                    return all;
                });
    }

    private static int cell() {
        return ENTRIES.indexOf(ENTRIES.stream()
                .filter(CellAssigned.class::isInstance)
                .findFirst()
                .orElseThrow());
    }
}
