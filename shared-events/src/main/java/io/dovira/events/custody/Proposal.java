package io.dovira.events.custody;

/** A correction that waits for a second person. */
public record Proposal(
        int number, String ofEventId, CustodyField field, String was, String is, String reason, String proposedBy) {}
