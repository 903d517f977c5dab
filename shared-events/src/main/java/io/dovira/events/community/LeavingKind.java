package io.dovira.events.community;

/** Why an officer or candidate is none any more. */
public enum LeavingKind {
    /** The candidate was not taken into training. */
    NOT_ADMITTED,
    TRAINING_NOT_PASSED,
    /** Of their own will. */
    WITHDREW,
    /** To another duty of the police. */
    TRANSFERRED,
    DISMISSED,
    RETIRED,
    OTHER
}
