package io.dovira.events.footage;

/** Where a segment stands. */
public enum FootageState {
    /** Announced by its camera; the content is not here yet. */
    RECORDING,
    /** The content is here and can be watched. */
    AVAILABLE,
    /** The content is here and is kept whatever its retention says. */
    HELD,
    /** Nobody may watch it any more; the content is about to be deleted. */
    EXPIRED,
    /** The content is deleted; hash, times and accesses stay. */
    PURGED
}
