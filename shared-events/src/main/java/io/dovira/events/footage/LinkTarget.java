package io.dovira.events.footage;

/** What footage shows. */
public enum LinkTarget {
    VISIT,
    /** A stay in custody, or one entry of it. */
    CUSTODY,
    APPEAL
}
