package io.dovira.command.imports.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a text is made from a row. */
public sealed interface TextRule {

    /**
     * The value of a column, through a value map.
     *
     * @param column name in the header, or attribute of XES ({@code case:} before those of the trace)
     * @param values as written to as recorded
     * @param otherwiseRejected a value that the map does not list makes the row unusable
     * @param whenEmpty taken for an empty value; null leaves it empty
     * @param optional the file may lack the column; it then reads as empty
     */
    record Column(
            String column,
            Map<String, String> values,
            boolean otherwiseRejected,
            @Nullable String whenEmpty,
            boolean optional)
            implements TextRule {
        public Column {
            values = Map.copyOf(values);
        }
    }

    /** The same text for every row. */
    record Constant(String text) implements TextRule {}

    /** Texts joined by a full stop; empty as soon as one of them is. */
    record Joined(List<TextRule> parts) implements TextRule {
        public Joined {
            parts = List.copyOf(parts);
        }
    }

    /** The columns that the file must have. */
    default Stream<String> requiredColumns() {
        return switch (this) {
            case Column c -> c.optional() ? Stream.empty() : Stream.of(c.column());
            case Constant ignored -> Stream.empty();
            case Joined j -> j.parts().stream().flatMap(TextRule::requiredColumns);
        };
    }
}
