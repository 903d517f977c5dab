package io.dovira.query.platform.projector;

import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.platform.FactReader;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A batch of events as its fold needs them: decoded where wanted, with what could not be decoded marked. */
final class Batch {

    private Batch() {}

    /**
     * @param fact null if it could not be decoded
     * @param failure why; null if it could
     */
    record Item(
            StoredEvent event,
            @Nullable Recorded<Fact> fact,
            @Nullable RuntimeException failure) {}

    static List<Item> decode(Fold fold, List<StoredEvent> events) {
        List<Item> items = new ArrayList<>(events.size());
        for (StoredEvent event : events) {
            try {
                Class<? extends Fact> type = FactReader.typeOf(event);
                if (fold.wants(type)) {
                    items.add(new Item(event, FactReader.read(event, type), null));
                }
            } catch (RuntimeException e) {
                // An unknown type may concern this fold or not; only somebody who knows the type can tell.
                items.add(new Item(event, null, e));
            }
        }
        return items;
    }

    /** Whether the fold wants it, as far as anybody can tell: an unknown type may concern any fold. */
    static boolean concerns(Fold fold, StoredEvent event) {
        try {
            return fold.wants(FactReader.typeOf(event));
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** The documents that the facts will read, as far as the fold can tell before. */
    static Map<Kind<?>, List<String>> foreseen(Fold fold, List<Item> items) {
        Map<Kind<?>, List<String>> keys = new LinkedHashMap<>();
        for (Item item : items) {
            Recorded<Fact> fact = item.fact();
            if (fact != null) {
                fold.foresee(
                        fact,
                        (kind, key) -> keys.computeIfAbsent(kind, k -> new ArrayList<>())
                                .add(key));
            }
        }
        return keys;
    }
}
