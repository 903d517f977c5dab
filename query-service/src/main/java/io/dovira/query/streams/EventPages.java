package io.dovira.query.streams;

import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogCursor;
import io.dovira.eventstore.log.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads one page of selected events. The work of a page is bounded, so a filter that matches nothing answers soon and tells how far it got. */
final class EventPages {
    /** Selected by the log, looked at here. Bounds the time of a page when a filter matches little. */
    private static final int MOST_LOOKED_AT = 100_000;

    private static final int MOST_BYTES = 8 << 20;

    private final EventLog log;
    private final CloudEvents encoder;
    private final int mostLookedAt;

    EventPages(EventLog log, CloudEvents encoder) {
        this(log, encoder, MOST_LOOKED_AT);
    }

    EventPages(EventLog log, CloudEvents encoder, int mostLookedAt) {
        this.log = log;
        this.encoder = encoder;
        this.mostLookedAt = mostLookedAt;
    }

    /**
     * The next events, at most {@code limit}, and where to go on. Every selected event up to {@link EventPage#position} is in this page or
     * in one before it.
     */
    EventPage read(long after, int limit, Selection selection) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
        body.write('[');
        long position = after;
        int count = 0;
        int lookedAt = 0;
        try (LogCursor cursor = log.read(after, selection.inLog())) {
            while (count < limit && lookedAt < mostLookedAt && body.size() < MOST_BYTES && cursor.hasNext()) {
                StoredEvent event = cursor.next();
                lookedAt++;
                if (selection.wants(event)) {
                    if (count > 0) {
                        body.write(',');
                    }
                    body.writeBytes(encoder.encode(event));
                    count++;
                }
            }
            position = Math.max(position, cursor.position());
        }
        body.write(']');
        return new EventPage(body.toString(StandardCharsets.UTF_8), count, position, log.head());
    }
}
