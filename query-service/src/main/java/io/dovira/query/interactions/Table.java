package io.dovira.query.interactions;

import io.dovira.events.Names;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes results as CSV (RFC 4180). */
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
        out.write(String.join(",", COLUMNS) + "\r\n");
    }

    static void row(Writer out, FoundInteraction item, Locale locale) throws IOException {
        out.write(Stream.of(
                                cell(item.id()),
                                cell(item.kind()),
                                cell(item.ticket()),
                                cell(item.office()),
                                cell(name(item.officeName(), locale)),
                                cell(item.organisation()),
                                cell(item.service()),
                                cell(name(item.serviceName(), locale)),
                                cell(item.channel()),
                                cell(item.state()),
                                cell(item.openedAt()),
                                cell(item.closedAt()),
                                cell(item.waitSeconds()),
                                cell(item.late()),
                                cell(item.origin()),
                                cell(item.facts()))
                        .collect(Collectors.joining(","))
                + "\r\n");
    }

    private static @Nullable String name(Map<String, String> names, Locale locale) {
        return names.isEmpty() ? null : Names.in(locale, names);
    }

    /** Text that a spreadsheet would take for a formula is marked as text: names come from files of others. */
    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
