package io.dovira.events.footage;

/** What can be wrong with a segment. Somebody owes an answer to it. */
public enum Flaw {
    /** A part of it shows nothing. */
    GAP,
    /** A file is not what came in, or is not there. */
    INTEGRITY
}
