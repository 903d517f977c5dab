package io.dovira.events.footage;

/** What somebody watches footage for. */
public enum AccessPurpose {
    COMPLAINT,
    INVESTIGATION,
    COURT,
    QUALITY_REVIEW,
    /** An ombudsman, a prosecutor or another body from outside. */
    OVERSIGHT,
    /** A person who is on it asks for it. */
    SUBJECT_REQUEST,
    /** To make a redacted copy. */
    REDACTION
}
