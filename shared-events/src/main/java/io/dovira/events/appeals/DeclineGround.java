package io.dovira.events.appeals;

/** Why an appeal is not considered, after article 8 of the law on appeals. There is no other ground. */
public enum DeclineGround {
    ANONYMOUS,
    /** The same applicant, the same matter, to the same body, decided already. */
    REPEAT,
    /** A complaint after the time for complaints. */
    OUT_OF_TERM
}
