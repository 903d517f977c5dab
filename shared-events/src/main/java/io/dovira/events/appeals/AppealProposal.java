package io.dovira.events.appeals;

/** A correction that waits for a second person. {@code number}: from 1 inside the appeal. */
public record AppealProposal(
        int number, String ofEventId, AppealField field, String was, String is, String reason, String proposedBy) {}
