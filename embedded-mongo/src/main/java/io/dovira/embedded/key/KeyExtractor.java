package io.dovira.embedded.key;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
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

    public KeyExtractor(List<KeyField> fields) {
        this.fields = List.copyOf(fields);
    }

    /** @throws CannotIndexParallelArraysError when two fields run through different arrays */
    public Keys keys(Document document) {
        List<Place> places = new ArrayList<>();
        for (KeyField field : fields) {
            places.add(new Place(document, field.path()));
        }
        Collected collected = new Collected();
        collect(places, collected);
        return new Keys(collected.keys, collected.multikey, collected.absent);
    }

    private void collect(List<Place> places, Collected collected) {
        List<Place> reached = places.stream().map(Place::descend).toList();
        Collection<?> array = null;
        BitSet through = new BitSet();
        for (int i = 0; i < reached.size(); i++) {
            Collection<?> met = reached.get(i).array();
            if (met != null) {
                if (array != null && !same(array, met)) {
                    throw new CannotIndexParallelArraysError(
                            fields.stream().map(KeyField::path).toList());
                }
                array = met;
                through.set(i);
            }
        }
        if (array == null) {
            collected.add(reached);
            return;
        }
        collected.multikey.or(through);
        for (Object element : array.isEmpty() ? List.of(Undefined.INSTANCE) : array) {
            List<Place> inElement = new ArrayList<>(reached);
            through.stream().forEach(i -> inElement.set(i, reached.get(i).in(element)));
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

        private void add(List<Place> values) {
            KeyEncoder key = new KeyEncoder();
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i).value();
                absent &= value instanceof Missing;
                key.append(value, fields.get(i).ascending());
            }
            keys.add(key.toBytes());
        }
    }

    /**
     * Where the reading of one field stands.
     *
     * @param rest the path still to go, null once the value is final
     */
    private record Place(@Nullable Object value, @Nullable String rest) {

        /** Goes down until the path ends or an array is met. */
        private Place descend() {
            Place place = this;
            while (place.rest != null && !place.rest.isEmpty() && !(place.value instanceof Collection<?>)) {
                int dot = place.rest.indexOf('.');
                String name = dot < 0 ? place.rest : place.rest.substring(0, dot);
                String rest = dot < 0 ? "" : place.rest.substring(dot + 1);
                Object next =
                        place.value instanceof Document document ? document.getOrMissing(name) : Missing.getInstance();
                place = new Place(next, rest);
            }
            return place;
        }

        private @Nullable Collection<?> array() {
            return rest != null && value instanceof Collection<?> array ? array : null;
        }

        /** An element stands for the array; an array inside an array is a value and not stepped into. */
        private Place in(@Nullable Object element) {
            boolean ends = rest == null || rest.isEmpty();
            if (!ends && element == Undefined.INSTANCE) {
                return new Place(Missing.getInstance(), null);
            }
            return ends ? new Place(element, null) : new Place(element instanceof Collection ? null : element, rest);
        }
    }
}
