package io.dovira.query.platform;

import java.util.Objects;

/**
 * A kind of document that a fold keeps.
 *
 * <p>{@code rank} is the order in which the kinds of a batch are written, lowest first. <b>A kind that others are computed from must have a
 * higher rank than they have</b>: visits 20, the figures derived from visits 10. After a crash in the middle, what is found new then proves
 * that everything below it is new too (see {@link Documents}).
 *
 * @param name short and stable, part of the collection's name: {@code cells}
 * @param record the document's shape
 * @param rank order of writing, lowest first
 */
public record Kind<D extends Record>(String name, Class<D> record, int rank) {
    public Kind {
        Objects.requireNonNull(record, "record");
        if (!name.matches("[a-z][a-z-]{0,30}")) {
            throw new IllegalArgumentException("a kind's name is lower case letters and dashes, not '" + name + "'");
        }
    }
}
