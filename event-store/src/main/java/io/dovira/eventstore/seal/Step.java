package io.dovira.eventstore.seal;

/** What is done for one head, in order. */
enum Step {
    /** Tiles hold the new events; no head speaks of them. */
    TILES_STORED,
    /** The new head begins as the last one, by proof from the stored tiles. */
    CHECKED,
    SIGNED,
    /** The signed head lies beside the key. */
    REMEMBERED,
    PUBLISHED;

    /** Is told of each step as it is done; a test may die there. */
    @FunctionalInterface
    interface Listener {
        void reached(Step step);
    }
}
