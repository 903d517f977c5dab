package io.dovira.events;

/** Where a fact comes from. Figures of one origin are never mixed with another's. */
public enum Origin {
    LIVE,
    IMPORTED,
    SIMULATED
}
