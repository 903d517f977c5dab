package io.dovira.events.obligations;

/** How a duty stands at a moment. */
public enum ObligationState {
    /** There is time. */
    OPEN,
    /** A fact has stopped its clock. */
    PAUSED,
    /** The last part of the time has begun; how much that is, a policy says. */
    DUE_SOON,
    /** The due moment has passed. */
    OVERDUE,
    /** The same, and it stands in the log as a fact. */
    BREACHED,
    MET,
    MET_LATE,
    LAPSED;

    /** Whether somebody still owes it. */
    public boolean isOpen() {
        return compareTo(MET) < 0;
    }
}
