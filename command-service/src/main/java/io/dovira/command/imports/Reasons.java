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

    private static final class Count {
        private long count;
        private final List<Long> examples = new ArrayList<>(EXAMPLES);
    }

    private final Map<String, Count> counts = new LinkedHashMap<>();

    void add(String reason, long line) {
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
