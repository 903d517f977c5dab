package io.dovira.query.footage;

import io.dovira.events.Recorded;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.visits.CorrectedField;
import io.dovira.events.visits.LegTransferred;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.VisitClosedBySystem;
import io.dovira.events.visits.VisitCorrected;
import io.dovira.events.visits.VisitFact;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Documents.Change;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which facts must be seen on footage, where, and for how long. Pure. */
final class Entries {
    private Entries() {}

    /** In service a visitor sits at a desk. The desk is in the front office, which is all that its cameras need to show. */
    static void ofVisit(VisitFact fact, Recorded<?> recorded, Documents documents) {
        switch (fact) {
            case ServiceStarted f -> begin(recorded, leg(f.leg()), CameraArea.FRONT_OFFICE, null, documents);
            case ServiceFinished f -> end(recorded, leg(f.leg()), documents);
            case LegTransferred f -> end(recorded, leg(f.leg()), documents);
            // Nobody knows when the visitor left; that somebody came is all that is claimed.
            case VisitClosedBySystem f -> forget(recorded, leg(f.leg()), documents);
            case VisitCorrected f -> correct(recorded, f, documents);
            default -> {}
        }
    }

    /** What a stay asks of the cameras changes with what is entered, told late and set right: the documents change by the difference. */
    static void ofStay(CustodyFact fact, Recorded<?> recorded, Documents documents) {
        Change<Stay> change =
                documents.change(FootageFold.STAYS, recorded.stream(), before -> Stay.evolve(before, fact, recorded));
        Stay before = change.before();
        Map<String, Entry> known = before == null ? Map.of() : before.entries();
        change.after().entries().forEach((key, entry) -> {
            if (!entry.equals(known.get(key)) && isKept(key, entry, documents)) {
                documents.put(FootageFold.ENTRIES, key, entry);
            }
        });
    }

    private static boolean isKept(String key, Entry entry, Documents documents) {
        return Watched.isWatched(documents.get(FootageFold.WATCHED, entry.office()), entry.area())
                || documents.get(FootageFold.ENTRIES, key) != null;
    }

    private static String leg(int number) {
        return "leg-" + number;
    }

    private static void begin(
            Recorded<?> recorded, String entry, CameraArea area, @Nullable String room, Documents documents) {
        String office = recorded.meta().office();
        if (office != null && Watched.isWatched(documents.get(FootageFold.WATCHED, office), area)) {
            documents.change(
                    FootageFold.ENTRIES,
                    key(recorded, entry),
                    before -> new Entry(recorded.stream(), entry, office, area, room, recorded.occurredAt(), null));
        }
    }

    private static void end(Recorded<?> recorded, String entry, Documents documents) {
        if (documents.get(FootageFold.ENTRIES, key(recorded, entry)) != null) {
            documents.change(
                    FootageFold.ENTRIES,
                    key(recorded, entry),
                    before -> Objects.requireNonNull(before).until(recorded.occurredAt()));
        }
    }

    private static void forget(Recorded<?> recorded, String entry, Documents documents) {
        if (documents.get(FootageFold.ENTRIES, key(recorded, entry)) != null) {
            documents.change(FootageFold.ENTRIES, key(recorded, entry), before -> {
                Entry known = Objects.requireNonNull(before);
                return known.to() == null ? known.until(known.from()) : known;
            });
        }
    }

    private static void correct(Recorded<?> recorded, VisitCorrected fact, Documents documents) {
        String key = key(recorded, leg(fact.leg()));
        boolean begins = fact.field() == CorrectedField.STARTED_AT;
        if ((begins || fact.field() == CorrectedField.ENDED_AT) && documents.get(FootageFold.ENTRIES, key) != null) {
            Instant is = Instant.parse(fact.is());
            documents.change(FootageFold.ENTRIES, key, before -> {
                Entry known = Objects.requireNonNull(before);
                return begins ? known.since(is) : known.until(is);
            });
        }
    }

    private static String key(Recorded<?> recorded, String entry) {
        return recorded.stream() + "/" + entry;
    }
}
