package io.dovira.events.offices;

/** What a desk is about. */
public enum DeskState {
    /** Nobody sits there. */
    CLOSED,
    /** Ready to call. */
    FREE,
    BREAK,
    /** Has called a visitor, or serves one. */
    ENGAGED
}
