package io.dovira.query.platform.projector;

import io.dovira.query.platform.Build;

/** Whom the projector of a build asks and tells what goes beyond it. Called on the projector's thread. */
interface Overseer {

    /** The build was claimed; what was known of an earlier owner's work does not count any more. */
    default void claimed(Build build) {}

    /** The documents are written, and the position. */
    void written(Build build, long position);

    /** Whether somebody waits for this build to be at the head, because it shall be shown again. */
    default boolean isAwaited(Build build) {
        return false;
    }

    /** All facts up to the position were folded, none beyond; the documents may not be written yet. */
    default void folded(Build build, long position, StoredDocuments documents) {}

    /**
     * Between two batches.
     *
     * @param atHead whether the build has taken everything there was
     */
    default void between(Build build, Projection projection, boolean atHead, Beat beat) {}

    /** To be called between the steps of something long; rests if it is time, and throws {@link Abandoned} when the projector shall stop. */
    interface Beat {
        void step();
    }

    /** Stopped in the middle, without harm. */
    final class Abandoned extends RuntimeException {
        Abandoned() {
            super("the projector stops");
        }
    }
}
