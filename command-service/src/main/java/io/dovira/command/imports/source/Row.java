package io.dovira.command.imports.source;

import java.util.List;
import java.util.Map;

/** One record of a file: a CSV row, an XES trace or an XES event. */
public sealed interface Row {

    /** Where it starts in the file, from 1. */
    long line();

    /** The value without surrounding blanks; the empty text when it is absent. */
    String get(String column);

    /** A CSV row; {@code header}: place of each column. */
    record Csv(long line, Map<String, Integer> header, List<String> fields) implements Row {
        @Override
        public String get(String column) {
            Integer place = header.get(column);
            return place == null ? "" : fields.get(place).strip();
        }
    }

    /** An XES trace, or an event in it. {@code ofTrace}: shared by all of a trace, named {@code case:...}. */
    record Xes(long line, Map<String, String> attributes, Map<String, String> ofTrace) implements Row {
        @Override
        public String get(String column) {
            String shared = ofTrace.get(column);
            return (shared == null ? attributes.getOrDefault(column, "") : shared).strip();
        }
    }
}
