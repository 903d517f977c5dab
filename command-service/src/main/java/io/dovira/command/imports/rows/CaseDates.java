package io.dovira.command.imports.rows;

import io.dovira.command.imports.mapping.Subject.Cases;
import io.dovira.command.imports.source.Row;
import io.dovira.events.TimeQuality;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The milestones of a case as a row tells them; null where it tells none. */
record CaseDates(
        @Nullable Moment opened,
        @Nullable Moment due,
        @Nullable Moment responded,
        @Nullable Moment closed) {

    static CaseDates of(Row row, Cases rule, Times times, ZoneId zone) throws RowRefused {
        return new CaseDates(
                times.read(row, rule.opened(), zone),
                times.read(row, rule.due(), zone),
                times.read(row, rule.responded(), zone),
                times.read(row, rule.closed(), zone));
    }

    /** The opening is as exact as the less exact of the two times in it. */
    static TimeQuality quality(Moment opened, @Nullable Moment due) {
        return due == null || opened.quality() == TimeQuality.ESTIMATED ? opened.quality() : due.quality();
    }

    /** What is odd about them, the case having begun at {@code start}, and about steps at these times. */
    List<String> warnings(Moment start, Collection<Moment> steps) {
        List<String> all = new ArrayList<>();
        for (Moment moment : Arrays.asList(opened, due, responded, closed)) {
            if (moment != null && moment.oddity() != null && !all.contains(moment.oddity())) {
                all.add(moment.oddity());
            }
        }
        if (closed != null && closed.at().isBefore(start.at())) {
            all.add("the case was closed before it was opened");
        }
        if (due != null && due.at().isBefore(start.at())) {
            all.add("the case was due before it was opened");
        }
        if (steps.stream().anyMatch(step -> step.at().isBefore(start.at()))) {
            all.add("a step lies before the opening of its case");
        }
        Instant end = closed == null ? Instant.MAX : closed.at();
        if (steps.stream().anyMatch(step -> step.at().isAfter(end))) {
            all.add("a step lies after the closing of its case");
        }
        return all;
    }
}
