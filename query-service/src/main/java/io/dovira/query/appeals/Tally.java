package io.dovira.query.appeals;

import io.dovira.events.appeals.AppealMeasures;
import io.dovira.events.appeals.AppealState;
import io.dovira.query.platform.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts rounds. Not thread-safe. */
final class Tally {
    private final Instant now;
    private final Map<String, Origin> origins = new TreeMap<>();

    Tally(Instant now) {
        this.now = now;
    }

    private static final class Origin {
        private final Sample responses = new Sample();
        private long waiting;
        private long kept;
        private long late;
        private long running;
    }

    void add(RoundDocument round) {
        Origin counted = origins.computeIfAbsent(round.origin(), origin -> new Origin());
        if (round.respondedAt() != null) {
            counted.responses.add(
                    Duration.between(round.startedAt(), round.respondedAt()).toMillis());
        } else if (round.ending() == null) {
            counted.waiting++;
        }
        Instant due = round.due();
        if (due != null && (round.ending() == null || round.ending().equals(AppealState.ANSWERED.name()))) {
            if (round.clock(now).isAfter(due)) {
                counted.late++;
            } else if (round.endedAt() == null) {
                counted.running++;
            } else {
                counted.kept++;
            }
        }
    }

    AppealFigures figures(long position) {
        return new AppealFigures(
                List.of(AppealMeasures.FIRST_RESPONSE, AppealMeasures.TERM),
                position,
                now,
                origins.entrySet().stream()
                        .map(each -> row(each.getKey(), each.getValue()))
                        .toList());
    }

    private static AppealFigures.Row row(String origin, Origin counted) {
        Sample sample = counted.responses;
        long[] values = sample.values();
        long judged = counted.kept + counted.late;
        return new AppealFigures.Row(
                origin,
                new AppealFigures.Durations(
                        sample.n(),
                        counted.waiting,
                        seconds(sample.min()),
                        seconds(sample.max()),
                        seconds(sample.mean()),
                        seconds(sample.percentile(50)),
                        seconds(sample.percentile(90)),
                        seconds(sample.percentile(95)),
                        values == null
                                ? null
                                : Arrays.stream(values)
                                        .mapToObj(ms -> ms / 1000.0)
                                        .toList()),
                new AppealFigures.Terms(
                        counted.kept,
                        counted.late,
                        counted.running,
                        judged == 0 ? null : (double) counted.kept / judged));
    }

    private static @Nullable Double seconds(@Nullable Number millis) {
        return millis == null ? null : millis.doubleValue() / 1000;
    }
}
