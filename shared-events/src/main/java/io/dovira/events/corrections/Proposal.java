package io.dovira.events.corrections;

import org.jspecify.annotations.Nullable;

/**
 * A correction that waits for a second person.
 *
 * @param number from 1 inside the stream
 * @param ofEventId of the event that told it wrong
 * @param leg of a visit; null elsewhere
 * @param field name of the field, of those that the subject lets be corrected
 * @param was text form of the field, like {@code is}
 * @param proposedBy pseudonym of the first person
 */
public record Proposal(
        int number,
        String ofEventId,
        @Nullable Integer leg,
        String field,
        String was,
        String is,
        String reason,
        String proposedBy) {}
