package io.dovira.eventstore.log;

/** An event id of the append stands in the log already, but the append as a whole does not. Nothing of it was recorded now. */
public final class DuplicateEventId extends LogException {

    private final String eventId;
    private final String stream;
    private final long sequence;

    DuplicateEventId(NewEvent event) {
        super("event id " + event.id() + " is already in the log, under another event or in another append", null);
        this.eventId = event.id();
        this.stream = event.stream();
        this.sequence = event.sequence();
    }

    public String eventId() {
        return eventId;
    }

    /** The stream that the refused event was meant for. */
    public String stream() {
        return stream;
    }

    /** The sequence that the refused event was meant for. */
    public long sequence() {
        return sequence;
    }
}
