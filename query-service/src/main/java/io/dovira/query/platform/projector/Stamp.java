package io.dovira.query.platform.projector;

/**
 * When, in the life of a projection, a document was changed: by the fact at a position, or by the n-th dead letter that was retried after
 * that position. Stamps rise from one change to the next.
 *
 * @param position of the fact; for a retried dead letter the position that the projection had reached
 * @param redo 0, or from 1 the number of the retried letter since the projection reached the position
 */
record Stamp(long position, int redo) implements Comparable<Stamp> {

    static final Stamp NEVER = new Stamp(0, 0);

    static Stamp at(long position) {
        return new Stamp(position, 0);
    }

    @Override
    public int compareTo(Stamp other) {
        int byPosition = Long.compare(position, other.position);
        return byPosition != 0 ? byPosition : Integer.compare(redo, other.redo);
    }
}
