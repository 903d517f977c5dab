package io.dovira.embedded.query;

import io.dovira.embedded.key.KeyEncoder;
import io.dovira.embedded.key.KeyField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The plan that one index offers a query: leading fields pinned to values, then at most one range, then order.
 *
 * <p>Of a field that met arrays only one demand may be used, because another may be met by another element; and once such a
 * field has been used, no other such field may be.
 */
final class PlanBuilder {

    /** A merge opens all its stretches at once; more than this many are read one after another. */
    private static final int MERGED = 1_000;

    private static final int STRETCHES = 20_000;

    private final @Nullable OrderedIndex index;
    private final List<KeyField> fields;
    private final boolean sparse;
    private final BitSet multikey;
    private final Conditions conditions;
    private final Order order;

    private List<byte[]> prefixes = List.of(new byte[0]);
    /** How many leading fields have only a few values; {@link #single} holds those with exactly one. */
    private int pinned;

    private final BitSet single = new BitSet();
    private boolean bounded;
    private boolean arrayUsed;
    private boolean excludesNull;

    PlanBuilder(@Nullable OrderedIndex index, IndexSpec spec, Conditions conditions, Order order) {
        this.index = index;
        this.fields = spec.fields();
        this.sparse = spec.sparse();
        this.multikey = index == null ? new BitSet() : index.multikey();
        this.conditions = conditions;
        this.order = order;
    }

    Plan build() {
        pin();
        List<KeyRange> ranges = ranges();
        if (sparse && !excludesNull) {
            bounded = false;
        }
        int way = order.isEmpty() ? 1 : orderAfter(single);
        boolean merged = false;
        if (way == 0 && ranges.size() <= MERGED) {
            BitSet all = new BitSet();
            all.set(0, pinned);
            way = orderAfter(all);
            merged = way != 0;
        }
        return new Plan(index, ranges, way < 0, merged, repeats(merged), way != 0, bounded);
    }

    private void pin() {
        while (pinned < fields.size() && usable(pinned)) {
            Optional<Condition.OneOf> values =
                    conditions.oneOf(fields.get(pinned).path());
            if (values.isEmpty() || (long) prefixes.size() * values.get().keys().size() > STRETCHES) {
                return;
            }
            append(values.get().keys());
            use(pinned, !values.get().includesNull());
            single.set(pinned, values.get().keys().size() == 1);
            pinned++;
        }
    }

    private boolean usable(int field) {
        return !(multikey.get(field) && arrayUsed);
    }

    private void use(int field, boolean notNull) {
        bounded = true;
        arrayUsed |= multikey.get(field);
        excludesNull |= notNull;
    }

    private void append(SortedSet<byte[]> values) {
        boolean ascending = fields.get(pinned).ascending();
        List<byte[]> longer = new ArrayList<>();
        for (byte[] prefix : prefixes) {
            for (byte[] value : values) {
                longer.add(join(prefix, directed(value, ascending)));
            }
        }
        longer.sort(Arrays::compareUnsigned);
        prefixes = longer;
    }

    private List<KeyRange> ranges() {
        byte[] low = {};
        byte[] high = KeyEncoder.behind();
        if (pinned < fields.size() && usable(pinned)) {
            List<Condition.Between> demands =
                    conditions.ranges(fields.get(pinned).path());
            if (!demands.isEmpty()) {
                boolean ascending = fields.get(pinned).ascending();
                List<Condition.Between> used = multikey.get(pinned) ? demands.subList(0, 1) : demands;
                low = used.stream()
                        .map(d -> low(d, ascending))
                        .max(Arrays::compareUnsigned)
                        .orElse(low);
                high = used.stream()
                        .map(d -> high(d, ascending))
                        .min(Arrays::compareUnsigned)
                        .orElse(high);
                use(pinned, true);
            }
        }
        List<KeyRange> ranges = new ArrayList<>(prefixes.size());
        for (byte[] prefix : prefixes) {
            ranges.add(new KeyRange(join(prefix, low), join(prefix, high), prefix.length));
        }
        return ranges;
    }

    private static byte[] low(Condition.Between demand, boolean ascending) {
        return ascending ? edge(demand.low(), true, demand.lowOpen()) : edge(demand.high(), false, demand.highOpen());
    }

    /** Behind the last key that is let in: a key that is let in is followed by more bytes, so the edge ends in FF. */
    private static byte[] high(Condition.Between demand, boolean ascending) {
        return ascending ? edge(demand.high(), true, !demand.highOpen()) : edge(demand.low(), false, !demand.lowOpen());
    }

    private static byte[] edge(byte[] value, boolean ascending, boolean behind) {
        byte[] key = directed(value, ascending);
        return behind ? join(key, KeyEncoder.behind()) : key;
    }

    private static byte[] directed(byte[] key, boolean ascending) {
        if (ascending) {
            return key;
        }
        byte[] turned = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            turned[i] = (byte) ~key[i];
        }
        return turned;
    }

    private static byte[] join(byte[] first, byte[] second) {
        return new KeyEncoder().append(first).append(second).toBytes();
    }

    /** 1 or -1 when reading forwards or backwards yields the order, the fields in {@code constant} counting as one value. */
    private int orderAfter(BitSet constant) {
        int way = 0;
        int field = 0;
        for (KeyField asked : order.fields()) {
            int at = indexOf(asked.path());
            if (at >= 0 && single.get(at) && !multikey.get(at)) {
                continue;
            }
            while (field < fields.size() && constant.get(field)) {
                field++;
            }
            if (field == fields.size() || !fields.get(field).path().equals(asked.path()) || multikey.get(field)) {
                return 0;
            }
            int step = fields.get(field).ascending() == asked.ascending() ? 1 : -1;
            if (way != 0 && way != step) {
                return 0;
            }
            way = step;
            field++;
        }
        return way == 0 ? 1 : way;
    }

    private int indexOf(String path) {
        return fields.stream().map(KeyField::path).toList().indexOf(path);
    }

    /** A document repeats if a field that met arrays may take several values within what is read as one stretch. */
    private boolean repeats(boolean merged) {
        return multikey.stream().anyMatch(field -> !single.get(field) && !(merged && field < pinned));
    }
}
