package io.dovira.query.estimates;

import io.dovira.query.estimates.Hall.Serving;
import io.dovira.query.estimates.Hall.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The rule of an estimate. Pure.
 *
 * <p>The forecast lets the desks at work serve whoever is ahead, each service as long as the last ones of its kind took on average:
 *
 * <pre>
 *   desk 1  |=4 left=|==B 10==|            ahead: A, B        the next free desk: 4 + 10 = 14 minutes
 *   desk 2  |==== 9 left ====|==A ...
 * </pre>
 *
 * <p>The range is that forecast times how far the office's last forecasts were off, from the tenth to the ninetieth of a hundred (split conformal
 * prediction): an office whose forecasts are always a third short tells ranges that are a third longer, without anybody tuning anything.
 */
final class Forecast {
    /** Fewer services of a kind say nothing of it; then all of the office have to do. */
    private static final int FEW_OF_A_KIND = 5;

    private static final int FEW_OF_ALL = 10;

    /** Nine of ten cannot be told from fewer. */
    static final int FEW_ERRORS = 20;

    private static final int LOW = 10;
    private static final int HIGH = 90;
    private static final int HUNDRED = 100;

    /** Who is served longer than usual is not done at once. */
    private static final int LEAST_LEFT = 4;

    private Forecast() {}

    /** What to tell somebody who comes last now; null if nobody works, or too little is known of how long services take. */
    static @Nullable Estimate of(Hall hall, Instant at) {
        OptionalInt average = mean(hall.allPaces(), FEW_OF_ALL);
        if (hall.desks().isEmpty() || average.isEmpty()) {
            return null;
        }
        PriorityQueue<Long> free = new PriorityQueue<>();
        for (String desk : hall.desks()) {
            Serving serving = hall.servingAt(desk);
            free.add(serving == null ? 0 : left(serving, usual(hall, serving.service(), average.getAsInt()), at));
        }
        int ahead = 0;
        for (Waiting before : hall.queue()) {
            if (before.isInLine(at)) {
                ahead++;
                free.add(free.remove() + usual(hall, before.service(), average.getAsInt()));
            }
        }
        int forecast = (int) Math.min(free.remove(), Hall.LONGEST_SECONDS);
        int step = Math.max(1, average.getAsInt() / hall.desks().size());
        List<Integer> errors = new ArrayList<>(hall.errors());
        Collections.sort(errors);
        boolean enough = errors.size() >= FEW_ERRORS;
        return new Estimate(
                at,
                ahead,
                hall.desks().size(),
                forecast,
                step,
                enough ? (Integer) seconds(errors, (errors.size() + 1) * LOW / HUNDRED, forecast, step) : null,
                enough
                        ? (Integer)
                                seconds(errors, ((errors.size() + 1) * HIGH + HUNDRED - 1) / HUNDRED, forecast, step)
                        : null);
    }

    private static long left(Serving serving, int usual, Instant at) {
        long gone = Math.max(0, Duration.between(serving.calledAt(), at).toSeconds());
        return Math.max(usual - gone, usual / LEAST_LEFT);
    }

    private static int usual(Hall hall, String service, int average) {
        return mean(hall.paces(service), FEW_OF_A_KIND).orElse(average);
    }

    private static OptionalInt mean(List<Integer> seconds, int few) {
        return seconds.size() < few
                ? OptionalInt.empty()
                : OptionalInt.of(
                        (int) (seconds.stream().mapToLong(Integer::longValue).sum() / seconds.size()));
    }

    /** The forecast as far off as the one of this rank. Ranks are of one more than there are: the next wait is one of them, and which is not known. */
    private static int seconds(List<Integer> sorted, int ranked, int forecast, int step) {
        int rank = Math.clamp(ranked, 1, sorted.size());
        long whole = sorted.get(rank - 1) * ((long) forecast + step) / 1_000;
        return Math.clamp(whole - step, 0, Hall.LONGEST_SECONDS);
    }
}
