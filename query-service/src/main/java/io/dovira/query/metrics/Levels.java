package io.dovira.query.metrics;

import io.dovira.events.metrics.Measure;
import io.dovira.events.metrics.Score;
import io.dovira.events.metrics.ServiceLevel;
import io.dovira.events.metrics.ServiceLevel.Counts;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.Sample;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From cells to rows of the service level: the waits of those who were called, and of those who left before. Pure; the reader feeds it. */
final class Levels {

    private final LevelQuestion question;
    private final Grouping<Level> grouping;

    Levels(LevelQuestion question) {
        this.question = question;
        this.grouping = new Grouping<>(question.query(), Level::new);
    }

    /** The entries of one row while they are gathered. */
    private static final class Level {
        private long answered;
        private long answeredWithin;
        private long abandoned;
        private long abandonedWithin;
        private long abandonedShort;
        private long open;
        private long closed;
        private long withoutTarget;
    }

    /** @throws Problem if the rows become too many */
    void add(Cell cell, Office office) {
        grouping.add(cell, office, (theCell, in) -> {
            Figures waits = theCell.of(Measure.WAIT);
            if (waits != null) {
                in.each(waits.finished(), this::answered);
                in.each(waits.open(), (level, took, limit) -> level.open++);
                in.each(waits.closed(), (level, took, limit) -> level.closed++);
            }
            Figures left = theCell.of(Measure.ABANDONMENT);
            if (left != null) {
                in.each(left.finished(), this::abandoned);
            }
        });
    }

    private void answered(Level level, long ms, long limit) {
        long within = within(limit);
        if (within == Entries.NO_LIMIT) {
            level.withoutTarget++;
        } else {
            level.answered++;
            level.answeredWithin += ms <= within ? 1 : 0;
        }
    }

    private void abandoned(Level level, long ms, long limit) {
        long within = within(limit);
        if (within == Entries.NO_LIMIT) {
            level.withoutTarget++;
        } else {
            level.abandoned++;
            level.abandonedWithin += ms <= within ? 1 : 0;
            Duration cutOff = question.shortest();
            level.abandonedShort += cutOff != null && ms <= cutOff.toMillis() ? 1 : 0;
        }
    }

    private long within(long limit) {
        Duration asked = question.within();
        return asked == null ? limit : asked.toMillis();
    }

    List<LevelRow> rows() {
        return grouping.rows()
                .map(group -> row(group.getKey(), group.getValue()))
                .toList();
    }

    private LevelRow row(Grouping.Row row, Level level) {
        ServiceLevel formula = question.formula();
        Counts counts = new Counts(
                level.answered, level.answeredWithin, level.abandoned, level.abandonedWithin, level.abandonedShort);
        return new LevelRow(
                row.organisation(),
                row.organisationName(),
                row.region(),
                row.regionName(),
                row.office(),
                row.officeName(),
                row.service(),
                row.serviceName(),
                row.channel(),
                row.origin(),
                row.bucket(),
                percent(formula.part(counts), formula.whole(counts)),
                formula.part(counts),
                formula.whole(counts),
                level.answered,
                level.answeredWithin,
                level.abandoned,
                level.abandonedWithin,
                formula.needsShort() ? (Long) level.abandonedShort : null,
                level.open,
                level.closed,
                level.withoutTarget);
    }

    /** None of few: the counts speak for themselves. */
    private static @Nullable Double percent(long part, long whole) {
        return whole < Sample.FEWEST ? null : (Double) Score.percent(part, whole);
    }
}
