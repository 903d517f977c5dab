package io.dovira.events.community;

/** Why an officer is away. */
public enum AbsenceKind {
    LEAVE,
    ILLNESS,
    /** Serves elsewhere for a time. */
    SECONDMENT,
    OTHER
}
