package io.dovira.query.platform;

/** Told when a projection that runs in this process has written a batch. Called on the projector's thread, so it must be quick and never throw. */
public interface ProjectionListener {

    /**
     * The documents and the position are written; whoever reads now finds them.
     *
     * @param fold the projection's name
     * @param position up to which it is complete
     */
    void written(String fold, long position);
}
