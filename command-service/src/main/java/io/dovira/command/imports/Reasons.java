package io.dovira.command.imports;

import io.dovira.command.imports.ImportStatus.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts by reason. Bounded: a file can make up a new reason for every row, beyond the limit they are counted together. One thread. */
final class Reasons {

    static final String OTHERS = "other reasons";

    private static final int MOST = 500;
    private static final int EXAMPLES = 5;
    /** Longest text of a reason that is kept, in characters; what a file writes into one may be very long. */
    private static final int LONGEST = 400;

    private static final class Count {
        private long count;
        private final List<Long> examples = new ArrayList<>(EXAMPLES);
    }

    private final Map<String, Count> counts = new LinkedHashMap<>();

    Reasons() {}

    /** As the import before it left them. */
    Reasons(List<Reason> before) {
        for (Reason each : before) {
            Count count = new Count();
            count.count = each.count();
            count.examples.addAll(each.examples());
            counts.put(each.reason(), count);
        }
    }

    /** The text, cut where it is too long. */
    static String bounded(String reason) {
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST - 3) + "...";
    }

    void add(String told, long line) {
        String reason = bounded(told);
        String key = counts.containsKey(reason) || counts.size() < MOST ? reason : OTHERS;
        Count count = counts.computeIfAbsent(key, ignored -> new Count());
        count.count++;
        if (count.examples.size() < EXAMPLES) {
            count.examples.add(line);
        }
    }

    /** In the order in which they were first met. */
    List<Reason> list() {
        return counts.entrySet().stream()
                .map(each -> new Reason(each.getKey(), each.getValue().count, List.copyOf(each.getValue().examples)))
                .toList();
    }
}
