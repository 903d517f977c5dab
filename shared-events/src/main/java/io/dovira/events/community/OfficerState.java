package io.dovira.events.community;

/** Where an officer stands. */
public enum OfficerState {
    CANDIDATE,
    IN_TRAINING,
    /** Passed, and not yet assigned. */
    CERTIFIED,
    /** Serves a community and is there. */
    ASSIGNED,
    /** Serves a community and is away. */
    ABSENT,
    /** For good. */
    LEFT
}
