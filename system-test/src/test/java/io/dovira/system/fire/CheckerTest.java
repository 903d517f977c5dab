package io.dovira.system.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.system.fire.History.Answer;
import io.dovira.system.fire.History.Command;
import io.dovira.system.fire.History.Fact;
import io.dovira.system.fire.History.Seen;
import io.dovira.system.fire.Violation.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Makes a good history wrong in each way, and sees that it is found, by its name and no other. */
class CheckerTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /**
     * <pre>
     *   command   arrive-1       call-1   arrive-2 (no answer)   call-2 (no answer)
     *   facts     a0 a1          c0       b0 b1                  -
     *   position  1  2           3        4  5
     * </pre>
     */
    private final List<Command> commands = new ArrayList<>(List.of(
            Command.answered("arrive-1", 2, new Answer(2, List.of("a0", "a1"))),
            Command.answered("call-1", 1, new Answer(3, List.of("c0"))),
            Command.unanswered("arrive-2", 2),
            Command.unanswered("call-2", 1)));

    private final List<Fact> log = new ArrayList<>(List.of(
            fact(1, "a0", "visit-1", 0, "arrive-1"),
            fact(2, "a1", "visit-1", 1, "arrive-1"),
            fact(3, "c0", "visit-1", 2, "call-1"),
            fact(4, "b0", "visit-2", 0, "arrive-2"),
            fact(5, "b1", "visit-2", 1, "arrive-2")));

    private final List<Seen> reader = new ArrayList<>(List.of(new Seen(1, "a0"), new Seen(2, "a1"), new Seen(3, "c0")));

    @Test
    void findsNothingInAGoodHistory() {
        assertThat(broken()).isEmpty();
        reader.clear();
        assertThat(broken()).isEmpty();
        assertThat(Checker.violations(new History(List.of(), List.of(), Map.of("reader", List.of()))))
                .isEmpty();
    }

    @Test
    void findsWhatWasAnsweredAndIsGone() {
        log.remove(2);
        log.set(2, fact(3, "b0", "visit-2", 0, "arrive-2"));
        log.set(3, fact(4, "b1", "visit-2", 1, "arrive-2"));
        reader.remove(2);
        assertThat(broken()).containsExactlyInAnyOrder(Promise.NOT_LOST, Promise.POSITION);
    }

    @Test
    void findsWhatIsGoneFromTheEnd() {
        commands.set(2, Command.answered("arrive-2", 2, new Answer(5, List.of("b0", "b1"))));
        log.subList(3, 5).clear();
        assertThat(broken()).containsExactlyInAnyOrder(Promise.NOT_LOST, Promise.POSITION);
    }

    @Test
    void findsAnAnsweredCommandThatWasRecordedTwice() {
        log.add(fact(6, "c0-again", "visit-1", 3, "call-1"));
        assertThat(broken()).containsExactly(Promise.NOT_DOUBLED);
    }

    @Test
    void findsACommandWithoutAnswerThatWasRecordedTwice() {
        log.add(fact(6, "b2", "visit-3", 0, "arrive-2"));
        log.add(fact(7, "b3", "visit-3", 1, "arrive-2"));
        assertThat(broken()).containsExactly(Promise.NOT_DOUBLED);
    }

    @Test
    void findsARefusedCommandThatWasRecorded() {
        commands.set(3, Command.refused("call-2", 1, "StreamConflict"));
        assertThat(broken()).as("refused and not recorded").isEmpty();
        commands.set(2, Command.refused("arrive-2", 2, "DuplicateEventId"));
        assertThat(broken()).containsExactly(Promise.NOT_DENIED);
    }

    @Test
    void findsTheSameFactTwice() {
        log.add(fact(6, "c0", "visit-1", 2, "call-1"));
        assertThat(broken()).containsExactlyInAnyOrder(Promise.UNIQUE, Promise.UNIQUE, Promise.NOT_DOUBLED);
    }

    @Test
    void findsTwoFactsAtOnePlaceOfAStream() {
        log.set(4, fact(5, "b1", "visit-2", 0, "arrive-2"));
        assertThat(broken()).containsExactly(Promise.UNIQUE);
    }

    @Test
    void findsAHoleInAStream() {
        log.set(4, fact(5, "b1", "visit-2", 2, "arrive-2"));
        assertThat(broken()).containsExactly(Promise.WHOLE_STREAMS);
    }

    @Test
    void findsAGap() {
        log.set(3, fact(5, "b0", "visit-2", 0, "arrive-2"));
        log.set(4, fact(6, "b1", "visit-2", 1, "arrive-2"));
        assertThat(broken()).containsExactly(Promise.DENSE);
    }

    @Test
    void findsALogThatDoesNotBeginAtOne() {
        commands.removeFirst();
        log.subList(0, 2).clear();
        log.set(0, fact(3, "c0", "visit-1", 0, "call-1"));
        reader.clear();
        assertThat(broken()).containsExactly(Promise.DENSE);
    }

    @Test
    void findsPositionsOutOfOrder() {
        Fact last = log.removeLast();
        log.add(3, last);
        assertThat(broken()).contains(Promise.DENSE);
    }

    @Test
    void findsTimeThatGoesBack() {
        log.set(1, new Fact(2, "a1", "visit-1", 1, NOON.minusMillis(1), "arrive-1"));
        assertThat(broken()).containsExactly(Promise.TIME);
    }

    @Test
    void findsHalfACommandWithoutAnswer() {
        log.removeLast();
        assertThat(broken()).containsExactly(Promise.NOT_TORN);
    }

    @Test
    void findsACommandWithAnotherInItsMiddle() {
        log.set(1, fact(2, "c0", "visit-3", 0, "call-1"));
        log.set(2, fact(3, "a1", "visit-1", 1, "arrive-1"));
        commands.set(0, Command.answered("arrive-1", 2, new Answer(3, List.of("a0", "a1"))));
        commands.set(1, Command.answered("call-1", 1, new Answer(2, List.of("c0"))));
        reader.subList(1, 3).clear();
        assertThat(broken()).containsExactly(Promise.NOT_TORN);
    }

    @Test
    void findsTheFactsOfACommandInAnotherOrder() {
        commands.set(0, Command.answered("arrive-1", 2, new Answer(1, List.of("a1", "a0"))));
        assertThat(broken()).containsExactly(Promise.NOT_TORN);
    }

    @Test
    void findsAnAnswerWhosePositionHoldsAnotherFact() {
        commands.set(1, Command.answered("call-1", 1, new Answer(4, List.of("c0"))));
        assertThat(broken()).containsExactly(Promise.POSITION);
    }

    @Test
    void findsFactsThatNobodyAskedFor() {
        log.add(fact(6, "x", "visit-9", 0, "nobody"));
        assertThat(broken()).containsExactly(Promise.NOT_INVENTED);
    }

    @Test
    void findsAReaderThatMissedAFact() {
        reader.remove(1);
        assertThat(broken()).containsExactly(Promise.PREFIX);
    }

    @Test
    void findsAReaderThatMissedTheBeginning() {
        reader.removeFirst();
        assertThat(broken()).containsExactly(Promise.PREFIX);
    }

    @Test
    void findsAReaderThatSawAFactTwice() {
        reader.add(reader.getLast());
        assertThat(broken()).containsExactly(Promise.PREFIX);
    }

    @Test
    void findsAReaderThatSawAnotherFactAtThePosition() {
        reader.set(2, new Seen(3, "vanished"));
        assertThat(broken()).containsExactly(Promise.PREFIX);
    }

    @Test
    void findsAReaderThatSawWhatIsNotThereAnyMore() {
        reader.addAll(List.of(new Seen(4, "b0"), new Seen(5, "b1"), new Seen(6, "rolled-back")));
        assertThat(broken()).containsExactly(Promise.PREFIX);
    }

    @Test
    void refusesTwoCommandsOfOneName() {
        commands.add(commands.getFirst());
        assertThatThrownBy(this::broken).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Promise> broken() {
        return Checker.violations(new History(commands, log, Map.of("reader", reader))).stream()
                .map(Violation::promise)
                .toList();
    }

    private static Fact fact(long position, String id, String stream, long sequence, String key) {
        return new Fact(position, id, stream, sequence, NOON, key);
    }
}
