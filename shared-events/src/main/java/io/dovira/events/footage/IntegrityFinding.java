package io.dovira.events.footage;

/** What became of a file when its hash was computed again. */
public enum IntegrityFinding {
    MATCHES,
    /** Its bytes are not those that came in. */
    CHANGED,
    /** It is not where it was put. */
    MISSING
}
