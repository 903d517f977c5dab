package io.dovira.events.custody;

/** The seven lists that run side by side while a person is held. */
public enum Checklist {
    RIGHTS,
    LEGAL_AID,
    RELATIVES,
    HEALTH,
    CARE,
    LOCATION,
    PROCEDURE;

    /** How a list stands. */
    public enum State {
        /** Nothing of it is due yet. */
        IDLE,
        /** Something has to be done. */
        OPEN,
        /** What has to be done waits by an order, with its ground. */
        DELAYED,
        /** Only what comes again and again is left: the next visit, the next review. */
        RUNNING,
        /** All of it is done, or fell away. */
        DONE
    }
}
