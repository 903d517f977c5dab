package io.dovira.eventstore.seal;

/** Something does not fit what was sealed. */
final class Contradicted extends RuntimeException {

    private final long position;

    /** @param position 0 if it cannot be told */
    Contradicted(long position, String what) {
        super(what);
        this.position = position;
    }

    long position() {
        return position;
    }
}
