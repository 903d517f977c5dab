package io.dovira.eventstore.log;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events a reader wants; the database leaves out the appends that hold none of them.
 *
 * @param types stored names; empty wants every type
 * @param office the value of {@code meta.office}; null wants every office
 */
public record LogFilter(Set<String> types, @Nullable String office) {

    public static final LogFilter EVERYTHING = new LogFilter(Set.of(), null);

    public LogFilter {
        types = Set.copyOf(types);
    }

    public static LogFilter types(String... types) {
        return new LogFilter(Set.of(types), null);
    }

    public LogFilter inOffice(String wanted) {
        return new LogFilter(types, wanted);
    }

    boolean wantsEverything() {
        return types.isEmpty() && office == null;
    }

    boolean wants(StoredEvent event) {
        if (!types.isEmpty() && !types.contains(event.type())) {
            return false;
        }
        if (office == null) {
            return true;
        }
        var of = event.meta().get("office");
        return of != null && of.isString() && of.asString().getValue().equals(office);
    }
}
