package io.dovira.query.custody;

import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.custody.Answers.Entry;
import io.dovira.query.custody.Answers.Row;
import io.dovira.query.custody.Answers.Story;
import io.dovira.query.custody.CustodyReader.Known;
import io.dovira.query.platform.FactReader;
import io.dovira.query.platform.PlainJson;
import io.dovira.query.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells one record from its stream in the log, by the same fold that decides. Thread-safe. */
final class Stories {
    private final EventLog log;
    private final CustodyReader reader;
    private final Clock clock;

    Stories(EventLog log, CustodyReader reader, Clock clock) {
        this.log = log;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * The record with every entry.
     *
     * @throws Problem with 404 if there is no such record
     */
    Story tell(String id, long minPosition) {
        Known known = reader.known(id, minPosition);
        if (known == null) {
            throw Problem.notFound("there is no custody record '" + id + "'");
        }
        // Read before the events: they may be newer than it says, never older.
        long position = log.head();
        List<StoredEvent> stream = log.readStream("custody-" + id, 0);
        Map<String, List<String>> corrections = corrections(stream);
        List<Entry> entries = new ArrayList<>();
        @Nullable Held held = null;
        @Nullable Instant newest = null;
        for (StoredEvent event : stream) {
            Recorded<Fact> recorded = FactReader.read(event);
            CustodyFact fact = (CustodyFact) recorded.fact();
            boolean entered = CustodyFold.isEntry(fact);
            boolean late = entered && CustodyFold.isLate(fact, recorded, known.thresholds());
            held = Held.after(held, fact, recorded, entered, late);
            boolean outOfOrder =
                    entered && newest != null && recorded.occurredAt().isBefore(newest);
            entries.add(
                    entry(event, recorded, late, outOfOrder, entered, corrections.getOrDefault(event.id(), List.of())));
            if (newest == null || recorded.occurredAt().isAfter(newest)) {
                newest = recorded.occurredAt();
            }
        }
        Held last = Objects.requireNonNull(held, "a record that is known has facts");
        Instant now = clock.instant();
        return new Story(
                position,
                now,
                known.thresholds().lateAfter(now).map(Duration::toSeconds).orElse(null),
                Row.of(id, last, known.office(), now),
                last.custody().phases(),
                last.custody().tasks(),
                last.custody().proposals(),
                entries);
    }

    private static Map<String, List<String>> corrections(List<StoredEvent> stream) {
        Map<String, List<String>> corrections = new HashMap<>();
        for (StoredEvent event : stream) {
            if (FactReader.read(event).fact() instanceof EntryCorrected corrected) {
                corrections
                        .computeIfAbsent(corrected.ofEventId(), id -> new ArrayList<>())
                        .add(event.id());
            }
        }
        return corrections;
    }

    private static Entry entry(
            StoredEvent event,
            Recorded<Fact> recorded,
            boolean late,
            boolean outOfOrder,
            boolean entered,
            List<String> correctedBy) {
        return new Entry(
                event.position(),
                event.id(),
                event.type(),
                event.occurredAt(),
                event.recordedAt(),
                CustodyFold.isLagKnown(recorded) ? recorded.recordLag().toMillis() / 1000.0 : null,
                recorded.meta().actor(),
                recorded.meta().role(),
                recorded.meta().quality().name(),
                late,
                outOfOrder,
                entered,
                PlainJson.of(event.payload()),
                correctedBy);
    }
}
