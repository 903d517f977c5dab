package io.dovira.events.footage;

/** Why footage is kept beyond its retention. */
public enum HoldGround {
    COMPLAINT,
    PROCEEDINGS,
    INTERNAL_INQUIRY,
    OVERSIGHT
}
