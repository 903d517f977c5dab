package io.dovira.query.metrics;

import org.jspecify.annotations.Nullable;

/**
 * How many entries kept to their limit, of how many that had one.
 *
 * @param part kept to it
 * @param whole kept to it or not
 */
record InTime(long part, long whole) {

    /** A moment by which no limit has passed. */
    static final long NEVER = Long.MIN_VALUE;

    /** @param now in ms; open entries whose limit has passed by then are late, the other open ones do not count yet */
    static InTime of(@Nullable Figures figures, long now) {
        if (figures == null) {
            return new InTime(0, 0);
        }
        Judging judging = new Judging();
        judging.all(figures.finished());
        // Closed before it was opened, says the source: how long it took is not known, but whether the due moment was
        // kept is.
        judging.all(figures.excluded());
        figures.open().forEach(Long.MIN_VALUE, Long.MAX_VALUE, (arrived, after, limit) -> {
            if (limit != Entries.NO_LIMIT && arrived + after + limit < now) {
                judging.whole++;
            }
        });
        return new InTime(judging.part, judging.whole);
    }

    private static final class Judging {
        private long part;
        private long whole;

        void all(Entries entries) {
            entries.forEach(Long.MIN_VALUE, Long.MAX_VALUE, (arrived, took, limit) -> {
                if (limit != Entries.NO_LIMIT) {
                    whole++;
                    part += took <= limit ? 1 : 0;
                }
            });
        }
    }
}
