package io.dovira.system.fire;

import static java.util.stream.Collectors.groupingBy;

import io.dovira.system.fire.History.Answer;
import io.dovira.system.fire.History.Command;
import io.dovira.system.fire.History.Fact;
import io.dovira.system.fire.History.Seen;
import io.dovira.system.fire.Violation.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges a history by the promises of the log. Knows nothing of how they are kept. */
final class Checker {
    private final History history;
    private final List<Violation> violations = new ArrayList<>();

    private Checker(History history) {
        this.history = history;
    }

    /** All broken promises; none if the history is a good one. */
    static List<Violation> violations(History history) {
        Checker checker = new Checker(history);
        checker.positions();
        checker.places();
        checker.times();
        checker.commands();
        history.readers().forEach(checker::reader);
        return List.copyOf(checker.violations);
    }

    private void positions() {
        long expected = 1;
        for (Fact fact : history.log()) {
            if (fact.position() != expected) {
                broken(Promise.DENSE, "position %d stands where %d is due".formatted(fact.position(), expected));
            }
            expected = fact.position() + 1;
        }
    }

    private void places() {
        Set<String> ids = new HashSet<>();
        Map<String, Long> next = new HashMap<>();
        for (Fact fact : history.log()) {
            if (!ids.add(fact.id())) {
                broken(Promise.UNIQUE, "the id of %s was there before".formatted(fact));
            }
            long due = next.getOrDefault(fact.stream(), 0L);
            if (fact.sequence() < due) {
                broken(Promise.UNIQUE, "the place in the stream of %s was taken".formatted(fact));
            } else if (fact.sequence() > due) {
                broken(Promise.WHOLE_STREAMS, "%s stands where %d is due in its stream".formatted(fact, due));
            }
            next.put(fact.stream(), Math.max(due, fact.sequence() + 1));
        }
    }

    private void times() {
        for (int i = 1; i < history.log().size(); i++) {
            Fact before = history.log().get(i - 1);
            Fact fact = history.log().get(i);
            if (fact.recordedAt().isBefore(before.recordedAt())) {
                broken(Promise.TIME, "%s was recorded before %s".formatted(fact, before));
            }
        }
    }

    private void commands() {
        Map<String, List<Fact>> recorded = history.log().stream().collect(groupingBy(Fact::key));
        Set<String> keys = new HashSet<>();
        for (Command command : history.commands()) {
            if (!keys.add(command.key())) {
                throw new IllegalArgumentException("two commands have the key " + command.key());
            }
            command(command, recorded.getOrDefault(command.key(), List.of()));
        }
        recorded.forEach((key, facts) -> {
            if (!keys.contains(key)) {
                broken(Promise.NOT_INVENTED, "nobody sent what recorded %s".formatted(facts));
            }
        });
    }

    private void command(Command command, List<Fact> recorded) {
        Answer answer = command.answer();
        if (answer != null) {
            answered(command, answer, recorded);
        }
        if (command.refusal() != null && !recorded.isEmpty()) {
            broken(Promise.NOT_DENIED, "%s recorded %s".formatted(command, recorded));
        }
        if (recorded.size() > command.facts()) {
            broken(Promise.NOT_DOUBLED, "%s recorded %s".formatted(command, recorded));
        } else if (!recorded.isEmpty() && (recorded.size() < command.facts() || !together(recorded))) {
            broken(Promise.NOT_TORN, "%s recorded %s".formatted(command, recorded));
        }
    }

    private void answered(Command command, Answer answer, List<Fact> recorded) {
        List<String> ids = recorded.stream().map(Fact::id).toList();
        if (!ids.containsAll(answer.facts())) {
            broken(Promise.NOT_LOST, "%s recorded only %s".formatted(command, recorded));
        } else if (recorded.size() == command.facts() && !ids.equals(answer.facts())) {
            broken(Promise.NOT_TORN, "%s recorded %s".formatted(command, recorded));
        }
        boolean there = recorded.stream()
                .anyMatch(fact -> fact.position() == answer.position()
                        && fact.id().equals(answer.facts().getLast()));
        if (!there) {
            broken(
                    Promise.POSITION,
                    "%s is not answered with its place, for it recorded %s".formatted(command, recorded));
        }
    }

    private static boolean together(List<Fact> recorded) {
        return recorded.getLast().position() - recorded.getFirst().position() == recorded.size() - 1;
    }

    private void reader(String name, List<Seen> seen) {
        List<Seen> log = history.log().stream()
                .map(fact -> new Seen(fact.position(), fact.id()))
                .toList();
        for (int i = 0; i < seen.size(); i++) {
            if (i >= log.size() || !seen.get(i).equals(log.get(i))) {
                broken(
                        Promise.PREFIX,
                        "%s saw %s where the log has %s"
                                .formatted(name, seen.get(i), i < log.size() ? log.get(i) : "ended"));
                return;
            }
        }
    }

    private void broken(Promise promise, String what) {
        violations.add(new Violation(promise, what));
    }
}
