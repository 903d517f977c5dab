package io.dovira.query.custody;

import io.dovira.access.Caller;
import io.dovira.events.OfficeId;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.custody.Answers.Row;
import io.dovira.query.custody.Answers.Story;
import io.dovira.query.custody.CustodyReader.Known;
import io.dovira.query.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells one record from its stream in the log, by the same fold that decides. Thread-safe. */
final class Stories {
    private static final String STREAM = "custody-";

    private final EventLog log;
    private final CustodyReader reader;
    private final CustodyProperties properties;
    private final Clock clock;

    Stories(EventLog log, CustodyReader reader, CustodyProperties properties, Clock clock) {
        this.log = log;
        this.reader = reader;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The record with every entry, for whom the record itself says that they read it.
     *
     * @throws Problem with 404 if there is no such record, 403 if the caller has not said what for
     * @throws io.dovira.access.OfficeOutsideScope if it is of a unit that the caller may not see
     */
    Story tell(String id, long minPosition, Caller caller) {
        Known known = reader.known(id, minPosition);
        if (known == null) {
            throw Problem.notFound("there is no custody record '" + id + "'");
        }
        caller.offices().require(new OfficeId(known.held().office()));
        // Read before the events: they may be newer than it says, never older.
        long position = log.head();
        List<StoredEvent> stream = log.readStream(STREAM + id, 0);
        List<Access> accesses = Access.of(stream);
        Instant now = clock.instant();
        requirePurpose(id, accesses, caller, now);
        Told told = Told.of(stream, known.thresholds());
        Held last = told.held() == null ? known.held() : told.held();
        return new Story(
                position,
                now,
                known.thresholds().lateAfter(now).map(Duration::toSeconds).orElse(null),
                Row.of(id, last, known.office(), now),
                last.custody().phases(),
                last.custody().tasks(),
                last.custody().corrections().waiting(),
                told.entries(),
                accesses,
                told.problem());
    }

    /** The same question before a single fact of a record is told. */
    void guard(StoredEvent event, Caller caller) {
        if (event.stream().startsWith(STREAM)) {
            String id = event.stream().substring(STREAM.length());
            requirePurpose(id, Access.of(log.readStream(event.stream(), 0)), caller, clock.instant());
        }
    }

    private void requirePurpose(String id, List<Access> accesses, Caller caller, Instant now) {
        if (!Access.isRecent(accesses, caller.actor(), now, properties.reading())) {
            throw Problem.purposeNeeded("Who reads a custody record says what for, and the record keeps it: POST"
                    + " /api/v1/custody/" + id + "/access to the command service with a purpose first.");
        }
    }
}
