package io.dovira.eventstore.log;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Asks about many values a part at a time. For each commit that it finds, a server compares every event with every value of the question, so
 * questions that find something must be short; those that find nothing are cheap, however long.
 */
final class Questions {

    static final int SHORTEST = 25;
    static final int LONGEST = 400;

    private Questions() {}

    /** {@code question}: asks about its values and says whether anything was found. */
    static void ask(Collection<String> values, Predicate<List<String>> question) {
        List<String> all = List.copyOf(new LinkedHashSet<>(values));
        int length = SHORTEST;
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(from + length, all.size());
            boolean found = question.test(all.subList(from, to));
            length = found ? SHORTEST : Math.min(LONGEST, 2 * length);
            from = to;
        }
    }
}
