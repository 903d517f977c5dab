package io.dovira.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private final List<Integer> lengths = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    private boolean ask(List<String> some, boolean answer) {
        lengths.add(some.size());
        asked.addAll(some);
        return answer;
    }

    @Test
    void growWhileNothingIsFound() {
        List<String> values =
                IntStream.range(0, 1_500).mapToObj(String::valueOf).toList();
        Questions.ask(values, some -> ask(some, false));
        assertThat(lengths).containsExactly(25, 50, 100, 200, 400, 400, 325);
        assertThat(asked).isEqualTo(values);
    }

    @Test
    void areShortWhereSomethingIsFound() {
        List<String> values = IntStream.range(0, 300).mapToObj(String::valueOf).toList();
        Questions.ask(values, some -> ask(some, some.contains("100")));
        assertThat(lengths).containsExactly(25, 50, 100, 25, 50, 50);
        assertThat(asked).isEqualTo(values);
    }

    @Test
    void askForEachValueOnceAndNeverForNone() {
        Questions.ask(List.of("a", "b", "a"), some -> ask(some, true));
        assertThat(asked).containsExactly("a", "b");
        Questions.ask(List.of(), some -> ask(some, true));
        assertThat(lengths).containsExactly(2);
    }
}
