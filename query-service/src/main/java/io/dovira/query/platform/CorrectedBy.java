package io.dovira.query.platform;

import io.dovira.eventstore.log.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bson.BsonValue;

/** Which events of a stream were set right by later ones; readable whatever their revision. */
public final class CorrectedBy {
    private final Map<String, List<String>> corrections = new HashMap<>();

    /** @param corrects of those that name another one, whether it is to set that right */
    public CorrectedBy(List<StoredEvent> stream, Predicate<StoredEvent> corrects) {
        for (StoredEvent event : stream) {
            BsonValue corrected = event.payload().get("ofEventId");
            if (corrected != null && corrected.isString() && corrects.test(event)) {
                corrections
                        .computeIfAbsent(corrected.asString().getValue(), id -> new ArrayList<>())
                        .add(event.id());
            }
        }
    }

    /** Ids of the events that corrected it, in order. */
    public List<String> of(StoredEvent event) {
        return corrections.getOrDefault(event.id(), List.of());
    }
}
