package io.dovira.events.appeals;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Until when a round has to be answered.
 *
 * @param dayZero local day from which it counts; day 1 is the next
 * @param policy the rule it rests on, as {@code id@version}
 * @param due last moment in time
 */
public record Term(LocalDate dayZero, String policy, Instant due, Change change) {

    /** What became of the term that the registration gave. */
    public enum Change {
        NONE,
        SHORTENED,
        EXTENDED
    }
}
