package io.dovira.query.feedback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often each answer was given.
 *
 * <pre>
 *   scale 1..5    counts [1, 0, 2, 10, 25]      25 gave 5
 * </pre>
 *
 * @param counts one for each value of the scale, from the lowest
 */
record Ratings(List<Integer> counts) {
    static final Ratings NO_STARS = new Ratings(Collections.nCopies(5, 0));
    static final Ratings NO_POINTS = new Ratings(Collections.nCopies(11, 0));

    Ratings {
        counts = List.copyOf(counts);
    }

    /**
     * One answer more, or less.
     *
     * @param index from 0; null if the answer leaves it out
     */
    Ratings changed(@Nullable Integer index, int by) {
        if (index == null) {
            return this;
        }
        List<Integer> changed = new ArrayList<>(counts);
        changed.set(index, changed.get(index) + by);
        if (changed.get(index) < 0) {
            throw new IllegalStateException("no such answer to take out: " + index);
        }
        return new Ratings(changed);
    }

    Ratings plus(Ratings other) {
        List<Integer> sum = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            sum.add(counts.get(i) + other.counts.get(i));
        }
        return new Ratings(sum);
    }

    long n() {
        return between(0, counts.size() - 1);
    }

    /** How many answers lie between two values of the scale, both included, from 0. */
    long between(int from, int to) {
        return counts.subList(from, to + 1).stream()
                .mapToLong(Integer::longValue)
                .sum();
    }
}
