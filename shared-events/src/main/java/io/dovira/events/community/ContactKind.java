package io.dovira.events.community;

/** How the police and people of a community met. */
public enum ContactKind {
    /** An assembly that everybody could come to. */
    MEETING,
    /** People came to the officer. */
    RECEPTION,
    /** The officer came to people. */
    HOME_VISIT,
    /** In a school or kindergarten. */
    SCHOOL,
    /** With the council or its bodies. */
    COUNCIL,
    PHONE,
    ONLINE,
    OTHER
}
