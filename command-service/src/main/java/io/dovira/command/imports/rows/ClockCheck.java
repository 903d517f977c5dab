package io.dovira.command.imports.rows;

import io.dovira.command.imports.mapping.ClockRule.Fault;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds offices whose clock is wrong by whole days, by asking their neighbours. Rows that stand side by side in a polled file were written
 * at about the same time, so at any line most offices agree on the date:
 *
 * <pre>
 *   line        1 ...  40,000 ...  90,000
 *   A      2020-12-30  2020-12-31  2020-01-01     the year of the week: A's clock goes back a year at New Year
 *   B      2019-12-30  2019-12-31  2020-01-01
 *   C      2012-02-09  2012-02-10  2012-02-11     2,881 days behind all the time
 * </pre>
 *
 * An office votes for its date, but where a date may be a slip of the year of the week and another office claims the date it would be a slip
 * of, the vote goes there: the slip is a known fault and often one of a whole make of clocks, so a plain majority would believe it. An office
 * alone convicts itself when its dates go back to where the slip would put them. No majority, no verdict. One thread; memory grows with the
 * number of offices and days.
 */
public final class ClockCheck {

    /** Differences of a day are clocks around midnight, not faults. */
    private static final int FEWEST_DAYS = 2;

    /** More changes of date than that: the file is not in the order of time and neighbours say nothing. */
    private static final int MOST_RUNS = 100_000;

    /** Runs times offices: a second or two. */
    private static final long MOST_COMPARISONS = 50_000_000;

    /** How far behind a healed date its successor may lie: a holiday week. */
    private static final int NEAR_DAYS = 14;

    /** Consecutive rows of an office with the same date. */
    private static final class Run {
        final LocalDate date;
        final long firstLine;
        long lastLine;
        long rows;
        /** The date that the office's own later dates show to be meant. */
        LocalDate meant;

        Run(LocalDate date, long line) {
            this.date = date;
            this.meant = date;
            this.firstLine = line;
        }
    }

    private final Map<String, NavigableMap<Long, Run>> offices = new LinkedHashMap<>();
    private int runs;

    /** Takes note of a row: its office as written, the date on the wall there, and the line. Lines must not go back. */
    public void see(String office, LocalDate date, long line) {
        if (runs > MOST_RUNS) {
            return;
        }
        NavigableMap<Long, Run> own = offices.computeIfAbsent(office, key -> new TreeMap<>());
        Run last = own.isEmpty() ? null : own.lastEntry().getValue();
        if (last == null || !last.date.equals(date)) {
            last = new Run(date, line);
            own.put(line, last);
            runs++;
        }
        last.lastLine = line;
        last.rows++;
    }

    /** Whether the rows stood in an order that lets neighbours be compared, with effort that stays within reason. */
    public boolean conclusive() {
        return runs <= MOST_RUNS && (long) runs * offices.size() <= MOST_COMPARISONS;
    }

    /** Every run of rows whose date is wrong, by office and line. Empty when the check is not conclusive. */
    public List<ClockFault> faults() {
        if (!conclusive()) {
            return List.of();
        }
        offices.values().forEach(ClockCheck::heal);
        List<ClockFault> faults = new ArrayList<>();
        offices.forEach((office, own) -> own.values().forEach(run -> {
            ClockFault fault = fault(office, run);
            if (fault != null) {
                faults.add(fault);
            }
        }));
        return faults;
    }

    private @Nullable ClockFault fault(String office, Run run) {
        LocalDate reference = reference(run);
        if (reference == null) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(run.date, reference);
        if (Math.abs(days) < FEWEST_DAYS) {
            return null;
        }
        boolean slip = maySlip(run.date) && reference.equals(run.date.minusYears(1));
        return new ClockFault(
                office,
                slip ? Fault.WEEK_YEAR : Fault.OFFSET,
                Math.toIntExact(days),
                run.firstLine,
                run.lastLine,
                run.rows);
    }

    private @Nullable LocalDate reference(Run run) {
        List<LocalDate> claims = claimsAt(run.firstLine + (run.lastLine - run.firstLine) / 2);
        Map<LocalDate, Integer> votes = new HashMap<>();
        for (LocalDate claim : claims) {
            LocalDate meant = maySlip(claim) && claims.contains(claim.minusYears(1)) ? claim.minusYears(1) : claim;
            votes.merge(meant, 1, Integer::sum);
        }
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<LocalDate> winners = votes.entrySet().stream()
                .filter(vote -> vote.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return winners.size() == 1 ? winners.getFirst() : null;
    }

    /** A single poll, or the polls of a day: the offices may stand one after another, and still all are neighbours. */
    private boolean oneDateEach() {
        return runs == offices.size();
    }

    /** What every office that is being polled around the line says. */
    private List<LocalDate> claimsAt(long line) {
        List<LocalDate> claims = new ArrayList<>();
        for (NavigableMap<Long, Run> own : offices.values()) {
            Map.Entry<Long, Run> at = oneDateEach() ? own.firstEntry() : own.floorEntry(line);
            if (at != null && (oneDateEach() || line <= own.lastEntry().getValue().lastLine)) {
                claims.add(at.getValue().meant);
            }
        }
        return claims;
    }

    private static void heal(NavigableMap<Long, Run> own) {
        Run next = null;
        for (Run run : own.descendingMap().values()) {
            LocalDate healed = run.date.minusYears(1);
            if (next != null
                    && maySlip(run.date)
                    && run.date.isAfter(next.meant)
                    && !healed.isAfter(next.meant)
                    && ChronoUnit.DAYS.between(healed, next.meant) <= NEAR_DAYS) {
                run.meant = healed;
            }
            next = run;
        }
    }

    /** Whether the date would be written for the same day of the year before by a clock that prints the year of the week. */
    private static boolean maySlip(LocalDate date) {
        LocalDate meant = date.minusYears(1);
        return meant.get(IsoFields.WEEK_BASED_YEAR) == date.getYear()
                || meant.get(WeekFields.SUNDAY_START.weekBasedYear()) == date.getYear();
    }
}
