package io.dovira.command.custody;

/** What the bodies of all entries say alike, said once. */
final class Words {
    static final String OCCURRED_AT = "When it happened; now if absent";
    static final String AT = "2026-03-02T08:47:00Z";
    static final String QUALITY = "How well that is known; ESTIMATED if absent and occurredAt is given";
    static final String PSEUDONYM = "Pseudonym; required";

    private Words() {}
}
