package io.dovira.events.custody;

/** On what ground a person is held; it chooses the limits. */
public enum DetentionGround {
    /** Administrative detention (KUpAP art. 263). */
    ADMINISTRATIVE,
    /** Without a ruling of a judge (CPC art. 207, 208). */
    WITHOUT_RULING,
    /** On a judge's ruling to bring the person to court (CPC art. 191). */
    ON_RULING
}
