package io.dovira.command.imports.rows;

import io.dovira.command.imports.mapping.ClockRule;
import io.dovira.command.imports.mapping.ClockRule.Fault;
import io.dovira.command.imports.mapping.ClockRule.Repair;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is done about the clocks that were found wrong: a fault is repaired only if the mapping has a rule for just that fault. Immutable. */
public final class ClockPlan {

    /** One fault of one office, summed over the file. {@code repaired}: the reason of the rule; null if none covers it. */
    public record Finding(
            String office,
            Fault fault,
            int days,
            long rows,
            long firstLine,
            @Nullable String repaired) {

        /** Says it to people. */
        public String describe() {
            return new ClockFault(office, fault, days, firstLine, firstLine, rows).describe() + ": " + rows + " rows, "
                    + (repaired == null ? "not repaired" : "repaired: " + repaired);
        }
    }

    /** For a file without a clock to check. */
    public static final ClockPlan NOTHING = new ClockPlan(new ClockRule(false, false, List.of()), List.of());

    private final ClockRule rule;
    private final List<Finding> findings;
    private final Map<String, NavigableMap<Long, ClockFault>> byOffice = new HashMap<>();

    public ClockPlan(ClockRule rule, List<ClockFault> faults) {
        this.rule = rule;
        Map<String, Finding> sums = new LinkedHashMap<>();
        for (ClockFault fault : faults) {
            byOffice.computeIfAbsent(fault.office(), key -> new TreeMap<>()).put(fault.firstLine(), fault);
            Finding one = new Finding(
                    fault.office(), fault.fault(), fault.days(), fault.rows(), fault.firstLine(), reason(fault));
            sums.merge(
                    fault.office() + "\0" + fault.fault() + fault.days(),
                    one,
                    (a, b) -> new Finding(
                            a.office(), a.fault(), a.days(), a.rows() + b.rows(), a.firstLine(), a.repaired()));
        }
        this.findings = List.copyOf(sums.values());
    }

    /** Every faulty clock, whether repaired or not. */
    public List<Finding> findings() {
        return findings;
    }

    /** How the time of a row is put right. A row of a faulty clock that no rule covers is refused, unless the mapping keeps it. */
    Shift shift(String office, long line) throws RowRefused {
        NavigableMap<Long, ClockFault> faults = byOffice.get(office);
        Map.Entry<Long, ClockFault> at = faults == null ? null : faults.floorEntry(line);
        if (at == null || line > at.getValue().lastLine()) {
            return Shift.NONE;
        }
        ClockFault fault = at.getValue();
        String reason = reason(fault);
        if (reason != null) {
            String oddity = fault.describe() + "; repaired: " + reason;
            return fault.fault() == Fault.WEEK_YEAR ? new Shift(-1, 0, oddity) : new Shift(0, fault.days(), oddity);
        }
        if (rule.keepUnrepaired()) {
            return new Shift(0, 0, fault.describe() + "; kept as written");
        }
        throw new RowRefused(fault.describe()
                + ", judged by the neighbouring rows of the other offices, and the mapping has no repair for it");
    }

    private @Nullable String reason(ClockFault fault) {
        Optional<Repair> repair = rule.repairs().stream()
                .filter(each -> each.fault() == fault.fault())
                .filter(each -> each.office() == null || each.office().equals(fault.office()))
                .filter(each -> each.days() == null || each.days() == fault.days())
                .findFirst();
        return repair.map(Repair::reason).orElse(null);
    }
}
