package io.dovira.events.policies;

import io.dovira.events.CalendarId;
import io.dovira.events.Fact;
import io.dovira.events.PolicyId;
import io.dovira.events.clocks.DatedHours;
import io.dovira.events.clocks.Limit;
import io.dovira.events.clocks.LimitUnit;
import io.dovira.events.clocks.WeeklyHours;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The law of the first home as it stood when this release was made: {@code policies/ukraine.tsv} and its calendar, one row for each version, each
 * with its legal basis. A service records it once in an empty log; from then on the log says what holds.
 */
public final class BuiltInPolicies {
    private static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");
    private static final String REASON = "Law in force before this log began; part of the built-in set.";

    private BuiltInPolicies() {}

    /** Facts of calendars, then of policies, each version after the one before. */
    public static List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(calendars());
        facts.addAll(policies());
        return List.copyOf(facts);
    }

    /** The book of the built-in set alone. */
    public static PolicyBook book() {
        PolicyBook book = PolicyBook.empty();
        for (Fact fact : facts()) {
            book = book.after(fact, Instant.EPOCH);
        }
        return book;
    }

    static List<PolicyPublished> policies() {
        return rows("ukraine.tsv").stream().map(BuiltInPolicies::policy).toList();
    }

    static List<CalendarPublished> calendars() {
        List<CalendarPublished> published = new ArrayList<>();
        List<WeeklyHours> weekly = new ArrayList<>();
        List<DatedHours> dated = new ArrayList<>();
        // From the last row to the first: a CALENDAR row comes before the hours that belong to it.
        for (Row row : rows("ukraine-calendars.tsv").reversed()) {
            switch (row.get("row")) {
                case "CLOSED" -> dated.addFirst(new DatedHours(row.date("day"), null, null, row.names("name")));
                case "WEEKLY" ->
                    weekly.addFirst(new WeeklyHours(DayOfWeek.valueOf(row.get("day")), row.get("from"), row.get("to")));
                case "CALENDAR" -> {
                    published.addFirst(new CalendarPublished(
                            new CalendarId(row.get("calendar")),
                            row.names("name"),
                            row.date("day"),
                            weekly,
                            dated,
                            row.names("basis"),
                            true,
                            REASON));
                    weekly.clear();
                    dated.clear();
                }
                default -> throw new IllegalStateException("no such row: " + row);
            }
        }
        return published;
    }

    private static PolicyPublished policy(Row row) {
        String unit = row.find("unit");
        int amount = Integer.parseInt(row.get("amount"));
        String calendar = row.find("calendar");
        String until = row.find("until");
        return new PolicyPublished(
                new PolicyId(row.get("policy")),
                Integer.parseInt(row.get("version")),
                row.names("name"),
                unit == null ? null : new Limit(amount, LimitUnit.valueOf(unit)),
                unit == null ? amount : null,
                calendar == null ? null : new CalendarId(calendar),
                List.of(),
                row.names("basis"),
                start(row.date("from")),
                until == null ? null : start(LocalDate.parse(until)),
                true,
                REASON);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** A line of a table, by the names in its first line; empty cells are absent. */
    private record Row(Map<String, String> cells) {
        @Nullable
        String find(String column) {
            return cells.get(column);
        }

        String get(String column) {
            return Objects.requireNonNull(find(column), () -> "no " + column + " in " + cells);
        }

        LocalDate date(String column) {
            return LocalDate.parse(get(column));
        }

        Map<String, String> names(String column) {
            return Map.of("en", get(column + ".en"), "uk", get(column + ".uk"));
        }
    }

    private static List<Row> rows(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BuiltInPolicies.class.getResourceAsStream("/policies/" + file), file),
                StandardCharsets.UTF_8))) {
            String[] columns = Objects.requireNonNull(lines.readLine(), file).split("\t", -1);
            List<Row> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < cells.length; i++) {
                    if (!cells[i].isEmpty()) {
                        row.put(columns[i], cells[i]);
                    }
                }
                rows.add(new Row(row));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
