package io.dovira.query.metrics;

import io.dovira.query.platform.Sample;
import org.jspecify.annotations.Nullable;

/** The entries of one row while they are gathered. */
final class Group {

    private final Sample sample = new Sample();
    private final Sample lasting = new Sample();
    private long open;
    private long excluded;
    private long closed;
    private long within;
    private long late;
    private boolean anyLimit;
    private boolean mixedLimits;
    private long commonLimit = Entries.NO_LIMIT;
    private boolean first = true;

    void finished(long ms, long limit) {
        sample.add(ms);
        limited(limit);
        judge(ms, limit);
    }

    private void judge(long ms, long limit) {
        if (limit != Entries.NO_LIMIT) {
            if (ms <= limit) {
                within++;
            } else {
                late++;
            }
        }
    }

    /** @param ms for which it has lasted so far */
    void open(long ms, long limit) {
        open++;
        lasting.add(ms);
        limited(limit);
    }

    /** Closed before it was opened, says the source: the duration is not known, but whether the due moment was kept is. */
    void excluded(long ms, long limit) {
        excluded++;
        if (limit != Entries.NO_LIMIT) {
            limited(limit);
            judge(ms, limit);
        }
    }

    void closed() {
        closed++;
    }

    private void limited(long limit) {
        anyLimit |= limit != Entries.NO_LIMIT;
        mixedLimits |= !first && limit != commonLimit;
        commonLimit = limit;
        first = false;
    }

    Sample sample() {
        return sample;
    }

    /** What is finished, and what is open with the time for which it has lasted so far. */
    Sample withOpen() {
        Sample all = new Sample();
        all.merge(sample);
        all.merge(lasting);
        return all;
    }

    long open() {
        return open;
    }

    long excludedCount() {
        return excluded;
    }

    long closedCount() {
        return closed;
    }

    /** In ms; null if there is none, or they differ. */
    @Nullable
    Long target() {
        return !anyLimit || mixedLimits ? null : (Long) commonLimit;
    }

    @Nullable
    Long within() {
        return anyLimit ? (Long) within : null;
    }

    @Nullable
    Long late() {
        return anyLimit ? (Long) late : null;
    }
}
