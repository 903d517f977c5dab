package io.dovira.embedded.key;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of an index out of a document as MongoDB does: a path through an array gives one key per element, and all
 * paths through the same array step through its elements together.
 *
 * <pre>
 *   {_id: 9, ev: [{stream: "a", seq: 1}, {stream: "b", seq: 4}]}, index {ev.stream: 1, ev.seq: 1}
 *   keys ("a", 1) and ("b", 4), never ("a", 4)
 * </pre>
 */
public final class KeyExtractor {

    private final List<KeyField> fields;

    /** The names of each field's path. */
    private final List<List<String>> paths;

    public KeyExtractor(List<KeyField> fields) {
        this.fields = List.copyOf(fields);
        this.paths = fields.stream()
                .map(field -> List.of(field.path().split("\\.", -1)))
                .toList();
    }

    /** @throws CannotIndexParallelArraysError when two fields run through different arrays */
    public Keys keys(Document document) {
        Place[] places = new Place[paths.size()];
        Arrays.setAll(places, i -> new Place(document, paths.get(i), 0));
        Collected collected = new Collected();
        collect(places, collected);
        return new Keys(collected.keys, collected.multikey, collected.absent);
    }

    private void collect(Place[] places, Collected collected) {
        Place[] reached = new Place[places.length];
        Collection<?> array = null;
        for (int i = 0; i < places.length; i++) {
            reached[i] = places[i].descend();
            Collection<?> met = reached[i].array();
            if (met != null) {
                if (array != null && !same(array, met)) {
                    throw new CannotIndexParallelArraysError(
                            fields.stream().map(KeyField::path).toList());
                }
                array = met;
                collected.multikey.set(i);
            }
        }
        if (array == null) {
            collected.add(reached);
            return;
        }
        for (Object element : array.isEmpty() ? List.of(Undefined.INSTANCE) : array) {
            Place[] inElement = new Place[reached.length];
            Arrays.setAll(inElement, i -> reached[i].array() == null ? reached[i] : reached[i].in(element));
            collect(inElement, collected);
        }
    }

    @SuppressWarnings("ReferenceEquality") // two arrays with equal elements are still two arrays
    private static boolean same(Collection<?> one, Collection<?> other) {
        return one == other;
    }

    private final class Collected {
        private final SortedSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
        private final BitSet multikey = new BitSet();
        private boolean absent = true;

        private void add(Place[] values) {
            KeyEncoder key = new KeyEncoder();
            for (int i = 0; i < values.length; i++) {
                Object value = values[i].value();
                absent &= value instanceof Missing;
                key.append(value, fields.get(i).ascending());
            }
            keys.add(key.toBytes());
        }
    }

    /**
     * Where the reading of one field stands.
     *
     * @param next which name of the path is next; behind {@code path.size()} the value is final, even if it is an array
     */
    private record Place(@Nullable Object value, List<String> path, int next) {

        /** Goes down until the path ends or an array is met. */
        private Place descend() {
            Object reached = value;
            int name = next;
            while (name < path.size() && !(reached instanceof Collection<?>)) {
                reached = reached instanceof Document document
                        ? document.getOrMissing(path.get(name))
                        : Missing.getInstance();
                name++;
            }
            return new Place(reached, path, name);
        }

        private @Nullable Collection<?> array() {
            return next <= path.size() && value instanceof Collection<?> array ? array : null;
        }

        /** An element stands for the array; an array inside an array is a value and not stepped into. */
        private Place in(@Nullable Object element) {
            if (next >= path.size()) {
                return new Place(element, path, path.size() + 1);
            }
            if (element == Undefined.INSTANCE) {
                return new Place(Missing.getInstance(), path, path.size() + 1);
            }
            return new Place(element instanceof Collection ? null : element, path, next);
        }
    }
}
