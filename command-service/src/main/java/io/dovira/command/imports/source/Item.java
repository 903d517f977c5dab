package io.dovira.command.imports.source;

import java.util.List;

/** What a file yields next. */
public sealed interface Item {

    /**
     * Something that can be mapped.
     *
     * @param head the CSV row, or the trace
     * @param steps the events of the trace; empty for CSV
     */
    record Entry(Row head, List<Row> steps) implements Item {
        public Entry {
            steps = List.copyOf(steps);
        }
    }

    /** A record that is no row, for example one with a field too many. */
    record Broken(long line, String reason) implements Item {}
}
