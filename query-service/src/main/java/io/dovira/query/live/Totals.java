package io.dovira.query.live;

import io.dovira.query.platform.Sample;
import java.time.Instant;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** All offices of one origin together; the meaning of each figure is that of the {@link Tile}. */
record Totals(
        int offices,
        int waiting,
        int called,
        int inService,
        int openDesks,
        int arrivedToday,
        int servedToday,
        int abandonedToday,
        int noShowToday,
        @Nullable Instant oldestQueuedAt,
        @Nullable Double waitP50,
        @Nullable Double waitP90,
        long n,
        @Nullable Integer withinTarget,
        Tile.@Nullable ServiceLevel serviceLevel,
        Tile.Csat csat) {

    /** Adds offices up. Not thread-safe. */
    static final class Sum {
        private int offices;
        private int waiting;
        private int called;
        private int inService;
        private int openDesks;
        private int arrived;
        private int served;
        private int abandoned;
        private int noShow;
        private @Nullable Instant oldest;
        private final Sample waits = new Sample();
        private @Nullable Integer within;
        private Tile.@Nullable ServiceLevel serviceLevel;
        private Tile.Csat csat = new Tile.Csat(0, 0);

        void add(Tile tile, Sample waitsOfToday) {
            offices++;
            waiting += tile.waiting();
            called += tile.called();
            inService += tile.inService() + tile.onHold();
            openDesks += tile.openDesks();
            arrived += tile.arrivedToday();
            served += tile.servedToday();
            abandoned += tile.abandonedToday();
            noShow += tile.noShowToday();
            Instant since = tile.oldestQueuedAt();
            oldest = oldest == null || (since != null && since.isBefore(oldest)) ? since : oldest;
            waits.merge(waitsOfToday);
            within = sum(within, tile.withinTarget(), Integer::sum);
            serviceLevel = sum(serviceLevel, tile.serviceLevel(), Tile.ServiceLevel::plus);
            csat = csat.plus(tile.csat());
        }

        private static <T> @Nullable T sum(@Nullable T sum, @Nullable T one, BinaryOperator<T> plus) {
            return sum == null ? one : one == null ? sum : plus.apply(sum, one);
        }

        Totals totals() {
            return new Totals(
                    offices,
                    waiting,
                    called,
                    inService,
                    openDesks,
                    arrived,
                    served,
                    abandoned,
                    noShow,
                    oldest,
                    OfficeNow.seconds(waits.percentile(50)),
                    OfficeNow.seconds(waits.percentile(90)),
                    waits.n(),
                    within,
                    serviceLevel,
                    csat);
        }
    }
}
