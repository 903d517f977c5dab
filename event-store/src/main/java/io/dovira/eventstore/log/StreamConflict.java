package io.dovira.eventstore.log;

/** Another append was first at this place of the stream. Nothing of the append is recorded; load the stream again and decide again. */
public final class StreamConflict extends LogException {

    private final String stream;
    private final long sequence;

    StreamConflict(String stream, long sequence) {
        super("stream " + stream + " already has an event at sequence " + sequence, null);
        this.stream = stream;
        this.sequence = sequence;
    }

    public String stream() {
        return stream;
    }

    /** The sequence that the append wanted and did not get. */
    public long sequence() {
        return sequence;
    }

    /** Whether the append wanted to begin the stream, and somebody has begun it already. */
    public boolean atStart() {
        return sequence == 0;
    }
}
