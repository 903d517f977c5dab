package io.dovira.command.imports.rows;

import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.mapping.RowRule;
import io.dovira.command.imports.mapping.Subject;
import io.dovira.command.imports.source.Item;
import io.dovira.command.imports.source.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the entries of one file into outcomes, one for each record. Pure but for its memory of the offices of the file. One thread.
 *
 * <p>A record is a CSV row or an XES event; a trace without events counts as one record.
 */
public final class RowMapper {

    private final Mapping mapping;
    private final RowKind kind;

    /** For one file. {@code clocks}: what its clock check found. */
    public RowMapper(Mapping mapping, ClockPlan clocks) {
        this.mapping = mapping;
        Offices offices = new Offices(mapping);
        Times times = new Times(mapping);
        this.kind = switch (mapping.subject()) {
            case Subject.Cases cases -> new CaseRows(mapping, cases, offices, times);
            case Subject.Visits visits -> new VisitRows(mapping, visits, offices, times, clocks);
            case Subject.Queues queues -> new QueueRows(mapping, queues, offices, times, clocks);
        };
    }

    /** What the entry tells, one outcome for each record in it. */
    public List<Outcome> map(Item.Entry entry) {
        if (entry.steps().isEmpty()) {
            Row row = entry.head();
            Outcome skipped = skipped(row);
            return List.of(skipped != null ? skipped : odd(row, attempt(row)));
        }
        List<Outcome> outcomes = new ArrayList<>();
        List<Row> kept = new ArrayList<>();
        for (Row step : entry.steps()) {
            Outcome skipped = skipped(step);
            if (skipped == null) {
                kept.add(step);
            } else {
                outcomes.add(skipped);
            }
        }
        if (!kept.isEmpty()) {
            List<Outcome> mapped = attempt(entry.head(), kept);
            for (int i = 0; i < mapped.size(); i++) {
                outcomes.add(odd(kept.get(i), mapped.get(i)));
            }
        }
        return outcomes;
    }

    /** For the clock check before the import: lets the check see the office and the date of a row, if it has both. */
    public void clock(Item.Entry entry, ClockCheck check) {
        if (!mapping.clock().check() || skipped(entry.head()) != null) {
            return;
        }
        try {
            kind.clock(entry.head(), check);
        } catch (RowRefused e) {
            // a row that cannot be read has no say about clocks; the import will list it
        }
    }

    private Outcome attempt(Row row) {
        try {
            return kind.single(row);
        } catch (RowRefused e) {
            return new Outcome.Rejected(row.line(), e.reason());
        } catch (IllegalArgumentException e) {
            // an id or a name that the fact itself refuses
            return new Outcome.Rejected(row.line(), String.valueOf(e.getMessage()));
        }
    }

    private List<Outcome> attempt(Row head, List<Row> steps) {
        try {
            return kind.together(head, steps);
        } catch (RowRefused e) {
            return rejected(head, steps, e.reason());
        } catch (IllegalArgumentException e) {
            return rejected(head, steps, String.valueOf(e.getMessage()));
        }
    }

    private static List<Outcome> rejected(Row head, List<Row> steps, String reason) {
        return steps.stream()
                .<Outcome>map(step -> new Outcome.Rejected(
                        step.line(), "its trace, from line " + head.line() + ", cannot be used: " + reason))
                .toList();
    }

    /** That a rule leaves the row out, or that it cannot be told; null if it stays. */
    private @Nullable Outcome skipped(Row row) {
        try {
            for (RowRule rule : mapping.skip()) {
                if (Texts.holds(row, rule.when())) {
                    return new Outcome.Skipped(row.line(), Texts.reason(row, rule));
                }
            }
            return null;
        } catch (Patience.Exhausted e) {
            return new Outcome.Rejected(row.line(), String.valueOf(e.getMessage()));
        }
    }

    /** Adds the warnings that the mapping asks for. */
    private Outcome odd(Row row, Outcome outcome) {
        if (mapping.warn().isEmpty() || !(outcome instanceof Outcome.Facts facts)) {
            return outcome;
        }
        List<String> warnings = new ArrayList<>(facts.warnings());
        for (RowRule rule : mapping.warn()) {
            try {
                if (Texts.holds(row, rule.when())) {
                    warnings.add(Texts.reason(row, rule));
                }
            } catch (Patience.Exhausted e) {
                warnings.add(String.valueOf(e.getMessage()));
            }
        }
        return new Outcome.Facts(facts.line(), facts.place(), facts.drafts(), warnings);
    }
}
