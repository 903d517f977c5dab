package io.dovira.events.appeals;

/** What came of an appeal. */
public enum AnswerOutcome {
    SATISFIED,
    PARTLY_SATISFIED,
    /** Explained: nothing was to be decided. */
    EXPLAINED,
    REJECTED
}
