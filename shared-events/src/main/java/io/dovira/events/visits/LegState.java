package io.dovira.events.visits;

/** Where a leg stands. */
public enum LegState {
    QUEUED,
    CALLED,
    IN_SERVICE,
    ON_HOLD,
    SERVED,
    TRANSFERRED,
    NO_SHOW,
    ABANDONED,
    CLOSED_BY_SYSTEM;

    /** Nothing can happen to the leg any more, but corrections. */
    public boolean isEnded() {
        return switch (this) {
            case QUEUED, CALLED, IN_SERVICE, ON_HOLD -> false;
            case SERVED, TRANSFERRED, NO_SHOW, ABANDONED, CLOSED_BY_SYSTEM -> true;
        };
    }
}
