package io.dovira.command.imports.mapping;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A yes-or-no question about a row. */
public sealed interface Condition {

    /** The value of the column is one of these. */
    record Is(String column, Set<String> values) implements Condition {
        public Is {
            values = Set.copyOf(values);
        }
    }

    /** The whole value of the column matches. */
    record Matches(String column, Pattern pattern) implements Condition {}

    /** The column is empty, or is not. */
    record Empty(String column, boolean empty) implements Condition {}

    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of) implements Condition {}

    /** The columns that the file must have. */
    default Stream<String> columns() {
        return switch (this) {
            case Is c -> Stream.of(c.column());
            case Matches c -> Stream.of(c.column());
            case Empty c -> Stream.of(c.column());
            case All c -> c.of().stream().flatMap(Condition::columns);
            case Any c -> c.of().stream().flatMap(Condition::columns);
            case Not c -> c.of().columns();
        };
    }
}
