package io.dovira.query.custody;

import io.dovira.events.Recorded;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.custody.RecordFact.RecordAccessed;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.platform.FactReader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who read a record, and what for.
 *
 * @param by pseudonym
 * @param reference number of the matter; null if none was given
 */
@Schema(name = "CustodyAccess")
record Access(
        Instant at,
        String by,
        String role,
        String purpose,
        @Nullable String reference) {
    private static final String NAME = Facts.nameOf(RecordAccessed.class);

    /** Who read it, the newest first; what cannot be read any more than by name is no access. */
    static List<Access> of(List<StoredEvent> stream) {
        return stream.reversed().stream()
                .filter(event -> event.type().equals(NAME))
                .flatMap(event -> of(event).stream())
                .toList();
    }

    private static List<Access> of(StoredEvent event) {
        try {
            Recorded<?> recorded = FactReader.read(event);
            RecordAccessed fact = (RecordAccessed) recorded.fact();
            return List.of(new Access(
                    recorded.recordedAt(),
                    fact.by(),
                    recorded.meta().role(),
                    fact.purpose().name(),
                    fact.reference()));
        } catch (RuntimeException e) {
            // A newer writer's. It stands among the entries, as it is stored; whoever it is about says it again.
            return List.of();
        }
    }

    /** Whether the person may read it now without saying what for again. By when it was recorded: nobody tells that. */
    static boolean isRecent(List<Access> all, String person, Instant now, Duration reading) {
        return all.stream()
                .anyMatch(one -> one.by.equals(person) && one.at.plus(reading).isAfter(now));
    }
}
