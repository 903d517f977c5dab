package io.dovira.query.live;

import java.time.Instant;
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
        Tile.Csat csat) {}
