package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import io.dovira.embedded.key.KeyEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands of one path, as far as an index can help: every document the query matches has a key that meets it.
 * More documents may meet it; the matcher sorts them out.
 */
sealed interface Condition {

    /** One of some values, as ascending keys. */
    record OneOf(SortedSet<byte[]> keys, boolean includesNull) implements Condition {}

    /** Values of one kind from {@code low} to {@code high}; both are ascending keys, behind the last of which none lies. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Between(byte[] low, byte[] high, boolean lowOpen, boolean highOpen) implements Condition {}

    /** Above this size the library compares long and double by their whole part, so bounds leave room for it. */
    double EXACTLY_COMPARED = 1L << 31;

    Set<Class<?>> ORDERED = Set.of(
            String.class, Instant.class, Boolean.class, ObjectId.class, UUID.class, BinData.class, BsonTimestamp.class);

    /** The conditions that a query puts on one path, by what stands at the path in the query. */
    static List<Condition> of(@Nullable Object demanded) {
        if (demanded != null && BsonRegularExpression.isRegularExpression(demanded)) {
            return RegexPrefix.of(BsonRegularExpression.convertToRegularExpression(demanded))
                    .<Condition>map(Condition::startingWith)
                    .stream()
                    .toList();
        }
        if (!(demanded instanceof Document document)
                || document.keySet().stream().noneMatch(k -> k.startsWith("$"))) {
            return oneOf(Arrays.asList(demanded));
        }
        List<Condition> conditions = new ArrayList<>();
        document.forEach((operator, value) -> conditions.addAll(of(operator, value)));
        return conditions;
    }

    private static List<Condition> of(String operator, @Nullable Object value) {
        return switch (operator) {
            case "$eq" -> oneOf(Arrays.asList(value));
            case "$in" -> value instanceof Collection<?> values ? oneOf(values) : List.of();
            case "$gt" -> range(value, true, true);
            case "$gte" -> range(value, true, false);
            case "$lt" -> range(value, false, true);
            case "$lte" -> range(value, false, false);
            default -> List.of();
        };
    }

    private static List<Condition> oneOf(Collection<?> values) {
        SortedSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
        for (Object value : values) {
            if (value instanceof Collection || value instanceof BsonRegularExpression) {
                // An array is found by its elements, a pattern by many keys.
                return List.of();
            }
            try {
                keys.add(KeyEncoder.of(value));
            } catch (BadValueException e) {
                return List.of();
            }
        }
        return List.of(new OneOf(keys, values.stream().anyMatch(Objects::isNull)));
    }

    private static List<Condition> range(@Nullable Object value, boolean from, boolean open) {
        if (!isOrdered(value)) {
            return List.of();
        }
        byte tag = KeyEncoder.tag(value);
        byte[] first = {tag};
        byte[] last = {(byte) (tag + 1)};
        if (value instanceof String text && text.chars().anyMatch(c -> c >= Character.MIN_SURROGATE)) {
            // The matcher compares UTF-16, the index UTF-8; beyond this point they disagree, so all strings are
            // proposed.
            return List.of(new Between(first, last, false, true));
        }
        Object bound = value;
        boolean exact = true;
        if (value instanceof Number number) {
            double near = number.doubleValue();
            exact = Math.abs(near) < EXACTLY_COMPARED || Double.isInfinite(near);
            if (!exact) {
                bound = near + (from ? -1 : 1) * Math.max(1, Math.ulp(near));
            }
        }
        byte[] key = KeyEncoder.of(bound);
        return List.of(
                from ? new Between(key, last, open && exact, true) : new Between(first, key, false, open && exact));
    }

    private static Between startingWith(String prefix) {
        byte[] key = KeyEncoder.of(prefix);
        byte[] withoutEnd = Arrays.copyOf(key, key.length - KeyEncoder.TEXT_END_LENGTH);
        return new Between(withoutEnd, withoutEnd, false, false);
    }

    /** Kinds whose keys and whose comparison by the matcher agree. */
    private static boolean isOrdered(@Nullable Object value) {
        if (value instanceof Number number) {
            return !(value instanceof Decimal128) && !Double.isNaN(number.doubleValue());
        }
        return value != null && ORDERED.contains(value.getClass());
    }
}
