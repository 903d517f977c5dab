package io.dovira.command.imports.mapping;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a moment is read from a row.
 *
 * @param columns joined by a space before they are read
 * @param formats tried in order
 * @param zone of times without an offset; null for the zone of the office
 * @param optional the file may lack the columns
 */
public record TimeRule(
        List<String> columns,
        List<TimeFormat> formats,
        @Nullable ZoneId zone,
        boolean optional) {
    public TimeRule {
        columns = List.copyOf(columns);
        formats = List.copyOf(formats);
    }
}
