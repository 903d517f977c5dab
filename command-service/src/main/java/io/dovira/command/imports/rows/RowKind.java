package io.dovira.command.imports.rows;

import io.dovira.command.imports.source.Row;
import java.util.List;

/** How rows of one kind become facts. */
interface RowKind {

    /** What a row tells that stands alone. */
    Outcome single(Row row) throws RowRefused;

    /** What the events of a trace tell, one outcome for each. */
    default List<Outcome> together(Row trace, List<Row> events) throws RowRefused {
        throw new RowRefused("the mapping expects no traces");
    }

    /** Lets the check see the office and the date of a row, if it has both. */
    default void clock(Row row, ClockCheck check) throws RowRefused {}
}
