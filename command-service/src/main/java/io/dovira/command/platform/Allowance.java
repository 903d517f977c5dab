package io.dovira.command.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How often something may happen that nobody signs for: so many times at once, and one more after each pause. By key, in this process; whoever is idle
 * long enough is forgotten, so what it holds stays bounded by how fast keys can be spent. Thread-safe.
 *
 * <pre>
 *   burst 3, one more each 10 s     at 0 s: yes yes yes no      at 10 s: yes no      at 40 s: yes yes yes no
 * </pre>
 */
public final class Allowance {
    private static final int MOST_KEYS = 10_000;

    private final int burst;
    private final Duration pause;
    private final ReentrantLock lock = new ReentrantLock();

    /** Per key the instant at which all of its burst is there again; the longest untouched first. */
    private final Map<String, Instant> fullAt = new LinkedHashMap<>(16, 0.75f, true);

    public Allowance(int burst, Duration pause) {
        if (burst < 1 || pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("an allowance needs a burst and a pause");
        }
        this.burst = burst;
        this.pause = pause;
    }

    /** Takes one; how long to wait for the next if there is none left. */
    public Optional<Duration> take(String key, Instant now) {
        lock.lock();
        try {
            Instant full = fullAt.getOrDefault(key, now);
            Instant from = full.isAfter(now) ? full : now;
            Instant after = from.plus(pause);
            Duration debt = Duration.between(now, after);
            Duration most = pause.multipliedBy(burst);
            if (debt.compareTo(most) > 0) {
                return Optional.of(debt.minus(most));
            }
            fullAt.put(key, after);
            forget(now);
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** How many keys it remembers. */
    int size() {
        lock.lock();
        try {
            return fullAt.size();
        } finally {
            lock.unlock();
        }
    }

    private void forget(Instant now) {
        var oldest = fullAt.entrySet().iterator();
        while (oldest.hasNext()) {
            boolean idle = !oldest.next().getValue().isAfter(now);
            if (!idle && fullAt.size() <= MOST_KEYS) {
                return;
            }
            oldest.remove();
        }
    }
}
