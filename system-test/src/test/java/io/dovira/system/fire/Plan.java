package io.dovira.system.fire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * What strikes, whom, and when, without end. A seed gives the same plan on every machine; what the processes are doing at that moment is
 * theirs.
 *
 * <p>Faults come in rounds. In a round each strikes once, in random order.
 */
final class Plan {
    static final int ROUND = Fault.values().length;

    private static final int SOONEST = 3;
    private static final int LATEST = 40;
    private static final int SHORTEST_MILLIS = 200;
    private static final int LONGEST_MILLIS = 4_000;

    private final Random random;
    private final Deque<Fault> round = new ArrayDeque<>();

    /**
     * @param after so many more answered commands it strikes
     * @param target which of the things that may be struck, counted round
     * @param hold for how long, if it lasts
     * @param size a number from 0 to 65,535, if one is needed
     */
    record Step(Fault fault, int after, int target, Duration hold, int size) {}

    Plan(long seed) {
        random = new Random(seed);
    }

    Step next() {
        if (round.isEmpty()) {
            List<Fault> faults = new ArrayList<>(Arrays.asList(Fault.values()));
            Collections.shuffle(faults, random);
            round.addAll(faults);
        }
        return new Step(
                round.remove(),
                random.nextInt(SOONEST, LATEST),
                random.nextInt(Integer.MAX_VALUE),
                Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)),
                random.nextInt(1 << 16));
    }
}
