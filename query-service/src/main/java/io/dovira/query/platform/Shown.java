package io.dovira.query.platform;

/** Which build of a projection is shown here. Thread-safe. */
public interface Shown {

    Build build(Fold fold);

    /** The position to which the build's documents are complete, wherever it runs. */
    long position(Build build);
}
