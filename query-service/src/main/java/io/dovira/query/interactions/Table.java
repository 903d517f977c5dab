package io.dovira.query.interactions;

import io.dovira.events.Names;
import io.dovira.query.platform.Csv;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes results as CSV. */
final class Table {
    private static final List<String> COLUMNS = List.of(
            "id",
            "kind",
            "ticket",
            "office",
            "officeName",
            "organisation",
            "service",
            "serviceName",
            "channel",
            "state",
            "openedAt",
            "closedAt",
            "waitSeconds",
            "late",
            "origin",
            "facts");

    private Table() {}

    static void header(Writer out) throws IOException {
        out.write(Csv.row(COLUMNS));
    }

    static void row(Writer out, FoundInteraction item, Locale locale) throws IOException {
        out.write(Csv.row(Arrays.asList(
                item.id(),
                item.kind(),
                item.ticket(),
                item.office(),
                name(item.officeName(), locale),
                item.organisation(),
                item.service(),
                name(item.serviceName(), locale),
                item.channel(),
                item.state(),
                item.openedAt(),
                item.closedAt(),
                item.waitSeconds(),
                item.late(),
                item.origin(),
                item.facts())));
    }

    private static @Nullable String name(Map<String, String> names, Locale locale) {
        return names.isEmpty() ? null : Names.in(locale, names);
    }
}
