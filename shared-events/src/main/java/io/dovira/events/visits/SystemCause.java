package io.dovira.events.visits;

/** Why the system closed a leg. */
public enum SystemCause {
    /** The office closed for the day with the leg still open. */
    RESET,
    /** The member of staff logged out in the middle of the service. */
    LOGOUT,
    /** Nothing happened for longer than the limit. */
    TIMEOUT
}
