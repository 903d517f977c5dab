package io.dovira.events.footage;

/** Why a part of a segment shows nothing. */
public enum GapCause {
    RECORDER_STOPPED,
    POWER_LOST,
    NETWORK_LOST,
    /** The view was blocked. */
    COVERED,
    /** The content cannot be played there. */
    DAMAGED,
    UNKNOWN
}
