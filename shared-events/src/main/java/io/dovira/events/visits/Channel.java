package io.dovira.events.visits;

/** How the citizen reached the office. */
public enum Channel {
    IN_PERSON,
    PHONE,
    ONLINE,
    POST,
    FIELD
}
