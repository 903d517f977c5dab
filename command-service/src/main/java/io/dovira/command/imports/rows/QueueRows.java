package io.dovira.command.imports.rows;

import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.mapping.Subject.Queues;
import io.dovira.command.imports.mapping.TextRule;
import io.dovira.command.imports.rows.Draft.Told;
import io.dovira.command.imports.source.Row;
import io.dovira.events.OfficeId;
import io.dovira.events.QueueId;
import io.dovira.events.queues.QueueObserved;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** States of queues, polled from outside: one row per queue and poll. */
final class QueueRows implements RowKind {

    private final Mapping mapping;
    private final Queues rule;
    private final Offices offices;
    private final Times times;
    private final ClockPlan clocks;
    private final Map<String, Map<String, String>> names = new HashMap<>();

    QueueRows(Mapping mapping, Queues rule, Offices offices, Times times, ClockPlan clocks) {
        this.mapping = mapping;
        this.rule = rule;
        this.offices = offices;
        this.times = times;
        this.clocks = clocks;
    }

    @Override
    public Outcome single(Row row) throws RowRefused {
        Offices.Site site = offices.site(row);
        OfficeId office = site.office().office();
        String written = Texts.required(row, rule.queue().id(), "queue");
        Moment at = times.required(row, rule.at(), site.zone(), clocks.shift(site.written(), row.line()), "time");
        String name = Texts.of(row, rule.queue().name());
        String serving = Texts.of(row, rule.nowServing());
        QueueObserved fact = new QueueObserved(
                office,
                new QueueId(Slug.exact(written)),
                names(name.isEmpty() ? written : name),
                number(Texts.required(row, rule.waiting(), "number of people waiting"), "people waiting"),
                number(Texts.required(row, rule.openDesks(), "number of open desks"), "open desks"),
                serving.isEmpty() ? null : serving,
                seconds(row, rule.serviceMinutes()));
        Draft draft = new Draft(
                QueueObserved.stream(office),
                FactIds.of(
                        mapping.source(),
                        office.value() + "\0" + written,
                        at.at().toString()),
                at.at(),
                fact,
                at.quality(),
                CaseRows.actor(row, mapping.actor()),
                "queue " + Texts.shortened(written) + " of " + Texts.shortened(site.written()) + " at " + at.at(),
                false,
                Told.ONCE);
        List<String> warnings = new ArrayList<>();
        for (String oddity : Arrays.asList(at.oddity(), offices.oddity(row, site))) {
            if (oddity != null) {
                warnings.add(oddity);
            }
        }
        Place place = new Place(site.written(), site.office(), "", null, at.at());
        return new Outcome.Facts(row.line(), place, List.of(draft), warnings);
    }

    @Override
    public void clock(Row row, ClockCheck check) throws RowRefused {
        LocalDateTime wall = times.wall(row, rule.at(), mapping.zone());
        if (wall != null) {
            check.see(offices.written(row), wall.toLocalDate(), row.line());
        }
    }

    /** The same few names come back in every poll. */
    private Map<String, String> names(String name) {
        if (names.size() > 10_000) {
            names.clear();
        }
        return names.computeIfAbsent(name, offices::names);
    }

    private static @Nullable Integer seconds(Row row, @Nullable TextRule minutes) throws RowRefused {
        String text = Texts.of(row, minutes);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Math.multiplyExact(number(text, "minutes of service"), 60);
        } catch (ArithmeticException e) {
            throw new RowRefused("'" + Texts.shortened(text) + "' is no number of minutes of service");
        }
    }

    private static int number(String text, String what) throws RowRefused {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new RowRefused("'" + Texts.shortened(text) + "' is no number of " + what);
    }
}
