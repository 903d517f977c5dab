package io.dovira.query.platform;

import io.dovira.events.Recorded;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a projection in memory: for the time machine, rebuilds that fit, and tests. Applies each fact once, in order, so nothing
 * is ever ahead. A fact that fails leaves no trace. Not thread-safe.
 */
public final class InMemoryDocuments {

    private final Fold fold;
    private final Map<String, Map<String, Held>> kinds = new TreeMap<>();

    public InMemoryDocuments(Fold fold) {
        this.fold = fold;
    }

    /**
     * Takes one fact; positions must rise.
     *
     * @throws RuntimeException what the fold throws; the documents are then as before
     */
    public void apply(Recorded<?> fact) {
        if (!fold.wants(fact.fact().getClass())) {
            return;
        }
        Changes changes = new Changes();
        fold.apply(fact, changes);
        changes.byKind.forEach((kind, documents) -> documents.forEach((key, document) ->
                kinds.computeIfAbsent(kind, k -> new TreeMap<>()).put(key, new Held(fact.position(), document))));
    }

    public <D extends Record> @Nullable D get(Kind<D> kind, String key) {
        Held held = kinds.getOrDefault(kind.name(), Map.of()).get(key);
        return held == null ? null : kind.record().cast(held.document());
    }

    /** Every document of a kind, by key in ascending order. */
    public <D extends Record> void forEach(Kind<D> kind, BiConsumer<String, D> consumer) {
        kinds.getOrDefault(kind.name(), Map.of())
                .forEach((key, held) -> consumer.accept(key, kind.record().cast(held.document())));
    }

    /** Position of the fact that last changed the document; 0 if there is none. */
    public long positionOf(Kind<?> kind, String key) {
        Held held = kinds.getOrDefault(kind.name(), Map.of()).get(key);
        return held == null ? 0 : held.position();
    }

    private record Held(long position, Record document) {}

    private final class Changes implements Documents {
        private final Map<String, Map<String, Record>> byKind = new TreeMap<>();

        @Override
        public <D extends Record> @Nullable D get(Kind<D> kind, String key) {
            Record changed = byKind.getOrDefault(kind.name(), Map.of()).get(key);
            return changed != null ? kind.record().cast(changed) : InMemoryDocuments.this.get(kind, key);
        }

        @Override
        public <D extends Record> void put(Kind<D> kind, String key, D document) {
            byKind.computeIfAbsent(kind.name(), k -> new TreeMap<>()).put(key, document);
        }

        @Override
        public boolean isAhead(Kind<?> kind, String key) {
            return false;
        }
    }
}
