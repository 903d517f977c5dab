package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import io.dovira.embedded.storage.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.h2.mvstore.MVMap;

/**
 * Chooses the index that reads least. The number of entries in a stretch is known exactly in O(log n), so the choice rests
 * on counts and not on statistics that age.
 */
final class Planner {

    /** Beyond this many stretches counting costs more than a wrong choice. */
    private static final int COUNTED = 64;

    private final Table data;

    Planner(Table data) {
        this.data = data;
    }

    /** @param wanted how many documents are asked for, 0 for all */
    Plan plan(List<OrderedIndex> indexes, Document query, Order order, long wanted) {
        Conditions conditions = new Conditions(query);
        Plan primary = new PlanBuilder(null, IndexSpec.PRIMARY, conditions, order).build();
        if (primary.bounded() && primary.ranges().stream().allMatch(range -> range.pinned() > 0)) {
            return primary;
        }
        List<Plan> plans = new ArrayList<>();
        plans.add(primary);
        for (OrderedIndex index : indexes) {
            if (index.table().visible()) {
                Plan plan = new PlanBuilder(index, index.spec(), conditions, order).build();
                boolean whole = !index.spec().sparse() || plan.bounded();
                if (whole && (plan.bounded() || (plan.sorted() && !order.isEmpty()))) {
                    plans.add(plan);
                }
            }
        }
        boolean dominated = plans.stream().anyMatch(plan -> plan.bounded() && plan.sorted());
        plans.removeIf(plan -> dominated && !plan.bounded());
        return plans.size() == 1 ? plans.getFirst() : cheapest(plans, wanted);
    }

    private Plan cheapest(List<Plan> plans, long wanted) {
        List<Double> entries = plans.stream().map(this::entries).toList();
        double matches =
                Math.max(1, entries.stream().min(Comparator.naturalOrder()).orElse(1.0));
        Plan best = plans.getFirst();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < plans.size(); i++) {
            double cost = cost(plans.get(i), entries.get(i), matches, wanted);
            if (cost < least) {
                least = cost;
                best = plans.get(i);
            }
        }
        return best;
    }

    /** Documents read; if they come sorted, reading stops once enough have matched, the matches being spread evenly. */
    private static double cost(Plan plan, double entries, double matches, long wanted) {
        double lookup = plan.index() == null ? 1 : 2;
        if (!plan.sorted()) {
            return entries * (lookup + 1);
        }
        return lookup * (wanted > 0 ? entries * Math.min(1, wanted / matches) : entries);
    }

    private double entries(Plan plan) {
        MVMap<byte[], byte[]> map = (plan.index() == null ? data : plan.index().table()).view();
        List<KeyRange> counted =
                plan.ranges().subList(0, Math.min(COUNTED, plan.ranges().size()));
        double sum = 0;
        for (KeyRange range : counted) {
            sum += Math.max(0, rank(map, range.to()) - rank(map, range.from()));
        }
        return counted.isEmpty() ? 0 : sum * plan.ranges().size() / counted.size();
    }

    private static long rank(MVMap<byte[], byte[]> map, byte[] key) {
        long index = map.getKeyIndex(key);
        return index >= 0 ? index : -index - 1;
    }
}
