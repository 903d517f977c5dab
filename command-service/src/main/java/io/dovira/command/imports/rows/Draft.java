package io.dovira.command.imports.rows;

import io.dovira.events.Fact;
import io.dovira.events.TimeQuality;
import java.time.Instant;

/**
 * A fact that a file tells, before it is known whether the log holds it already.
 *
 * @param id deterministic: the same from every file that tells the same fact
 * @param subject what it is about, in the words of the file, for messages
 * @param opening it is the first fact of its stream
 * @param told how often a file may tell it
 */
public record Draft(
        String stream,
        String id,
        Instant at,
        Fact fact,
        TimeQuality quality,
        String actor,
        String subject,
        boolean opening,
        Told told) {

    /** How often one file may tell a fact, and what the log must hold if it has it already. */
    public enum Told {
        /** By one row of a file; the log must hold the same. A second row is a duplicate. */
        ONCE,
        /** By any number of rows, all the same, and the log must hold the same. */
        ALIKE,
        /** By any number of rows, of which the first holds: the fact is inferred from the first step of its kind. */
        FIRST
    }
}
