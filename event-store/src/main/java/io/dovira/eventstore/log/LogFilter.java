package io.dovira.eventstore.log;

import java.util.Set;

/**
 * Which events a reader wants; the database leaves out the appends that hold none of them. By type only, because that is what it has an index for:
 * whatever else a reader wants it must look for itself, a page at a time, or a rare wish would read the whole log in one question.
 *
 * @param types stored names; empty wants every type
 */
public record LogFilter(Set<String> types) {

    public static final LogFilter EVERYTHING = new LogFilter(Set.of());

    public LogFilter {
        types = Set.copyOf(types);
    }

    public static LogFilter types(String... types) {
        return new LogFilter(Set.of(types));
    }

    boolean wantsEverything() {
        return types.isEmpty();
    }

    boolean wants(StoredEvent event) {
        return types.isEmpty() || types.contains(event.type());
    }
}
