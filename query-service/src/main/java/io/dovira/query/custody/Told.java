package io.dovira.query.custody;

import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.Recorded;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.custody.Answers.Entry;
import io.dovira.query.platform.CorrectedBy;
import io.dovira.query.platform.FactReader;
import io.dovira.query.platform.PlainJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a record tell. Pure.
 *
 * @param held how the record stands, up to what can be read; null if nothing can
 * @param entries all of them, as they are stored
 * @param problem why nothing is claimed from some entry on; null while all is well
 */
record Told(
        @Nullable Held held, List<Entry> entries, @Nullable String problem) {
    private static final String CORRECTED = Facts.nameOf(EntryCorrected.class);

    Told {
        entries = List.copyOf(entries);
    }

    static Told of(List<StoredEvent> stream, Thresholds thresholds) {
        CorrectedBy corrections = new CorrectedBy(stream, event -> event.type().equals(CORRECTED));
        List<Entry> entries = new ArrayList<>();
        Held held = null;
        Instant newest = null;
        String problem = null;
        for (StoredEvent event : stream) {
            Taken taken = problem == null ? taken(held, event, thresholds, newest) : Taken.NOT;
            problem = taken.problem() == null ? problem : taken.problem();
            held = taken.held() == null ? held : taken.held();
            entries.add(entry(event, taken, corrections.of(event)));
            if (newest == null || event.occurredAt().isAfter(newest)) {
                newest = event.occurredAt();
            }
        }
        return new Told(held, entries, problem);
    }

    /**
     * What one event adds.
     *
     * @param held how the record stands after it; null if it could not be taken
     * @param problem why it could not be; null if it was, and behind the first that was not
     */
    private record Taken(
            @Nullable Held held,
            boolean late,
            boolean outOfOrder,
            boolean entered,
            @Nullable String problem) {
        static final Taken NOT = new Taken(null, false, false, true, null);
    }

    /** A fact of a newer writer, or one that cannot be read, is shown as it is stored; of what comes after it nothing is claimed. */
    private static Taken taken(
            @Nullable Held before, StoredEvent event, Thresholds thresholds, @Nullable Instant newest) {
        try {
            Recorded<Fact> recorded = FactReader.read(event);
            CustodyFact fact = (CustodyFact) recorded.fact();
            boolean entered = CustodyFold.isEntry(fact);
            boolean late = entered && CustodyFold.isLate(fact, recorded, thresholds.knownTo(recorded));
            boolean outOfOrder =
                    entered && newest != null && recorded.occurredAt().isBefore(newest);
            return new Taken(Held.after(before, fact, recorded, entered, late), late, outOfOrder, entered, null);
        } catch (RuntimeException e) {
            return new Taken(null, false, false, true, event.type() + ": " + e.getMessage());
        }
    }

    private static Entry entry(StoredEvent event, Taken taken, List<String> correctedBy) {
        Meta meta = FactReader.meta(event);
        return new Entry(
                event.position(),
                event.id(),
                event.type(),
                event.occurredAt(),
                event.recordedAt(),
                meta.backfilled()
                        ? null
                        : (Double) (Duration.between(event.occurredAt(), event.recordedAt())
                                        .toMillis()
                                / 1000.0),
                meta.actor(),
                meta.role(),
                meta.quality().name(),
                taken.late(),
                taken.outOfOrder(),
                taken.entered(),
                PlainJson.of(event.payload()),
                correctedBy);
    }
}
