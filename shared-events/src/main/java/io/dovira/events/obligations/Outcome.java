package io.dovira.events.obligations;

/** What became of a duty. */
public enum Outcome {
    /** Nothing yet. */
    OPEN,
    /** Done at the due moment or before it. */
    MET,
    /** Done after it. */
    MET_LATE,
    /** Fell away: the person is free, the appeal was taken back. */
    LAPSED
}
