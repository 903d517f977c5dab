package io.dovira.query.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One office in detail, as staged answers tell it. */
final class FixtureOffice {
    private static final String[] STATES = {"SERVING", "CALLING", "FREE", "BREAK", "ON_HOLD", "CLOSED"};
    private static final String[][] SERVICES = {
        {"advice", "Консультація", "Advice"},
        {"appeal", "Подання звернення", "Filing an appeal"},
        {"certificate", "Довідка про несудимість", "Criminal record certificate"}
    };

    private FixtureOffice() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> tile) {
        Map<String, @Nullable Object> office = new LinkedHashMap<>(tile);
        boolean imported = "IMPORTED".equals(tile.get("origin"));
        List<Map<String, @Nullable Object>> desks = new ArrayList<>();
        List<Map<String, @Nullable Object>> queue = new ArrayList<>();
        if (!imported) {
            for (int i = 0; i < FixtureOffices.integer(tile, "desks"); i++) {
                String state = i < FixtureOffices.integer(tile, "openDesks") ? STATES[i % 5] : "CLOSED";
                boolean busy = state.equals("SERVING") || state.equals("CALLING") || state.equals("ON_HOLD");
                Map<String, @Nullable Object> desk = new LinkedHashMap<>();
                desk.put("id", "d" + (i + 1));
                desk.put("name", Map.of("uk", "Вікно " + (i + 1), "en", "Desk " + (i + 1)));
                desk.put("state", state);
                desk.put("staff", state.equals("CLOSED") ? null : "clerk-0" + (i + 1));
                desk.put("visit", busy ? "visit-demo-1" : null);
                desk.put("ticket", busy ? "A%03d".formatted(31 + i) : null);
                desk.put("since", state.equals("CLOSED") ? null : FixtureOffices.ago(40 + 130L * i));
                desk.put("staffedSeconds", 9_000 - 700 * i);
                desk.put(
                        "staffedSince",
                        state.equals("CLOSED") || state.equals("BREAK") ? null : FixtureOffices.ago(600 + 130L * i));
                desk.put("servingSeconds", 6_900 - 900 * i);
                desks.add(desk);
                if (busy) {
                    queue.add(entry(
                            31 + i,
                            i,
                            state.equals("CALLING") ? "CALLED" : state.equals("SERVING") ? "IN_SERVICE" : state,
                            900));
                }
            }
            for (int i = 0; i < FixtureOffices.integer(tile, "waiting"); i++) {
                queue.add(entry(50 + i, i, "QUEUED", Math.max(5, 1100 - 190L * i)));
            }
        }
        office.put("desks", desks);
        office.put("queue", queue);
        office.put("hours", imported ? List.of() : hours());
        office.put(
                "ratings",
                List.of(
                        rating(300, 5, "Швидко і ввічливо, дякую!"),
                        rating(2400, 2, "Довго чекав, а потім виявилося, що потрібна інша довідка."),
                        rating(5400, 4, null)));
        office.put("comments", true);
        return office;
    }

    private static Map<String, @Nullable Object> entry(int number, int i, String state, long ago) {
        String[] service = SERVICES[i % SERVICES.length];
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("visit", "visit-demo-" + number);
        entry.put("ticket", "A%03d".formatted(number));
        entry.put("service", service[0]);
        entry.put("serviceName", Map.of("uk", service[1], "en", service[2]));
        entry.put("state", state);
        entry.put("queuedAt", FixtureOffices.ago(ago));
        entry.put("calledAt", state.equals("QUEUED") ? null : FixtureOffices.ago(ago / 2));
        entry.put("startedAt", state.equals("IN_SERVICE") ? FixtureOffices.ago(ago / 3) : null);
        entry.put("desk", state.equals("QUEUED") ? null : "d1");
        entry.put("targetSeconds", FixtureOffices.TARGET_SECONDS);
        return entry;
    }

    private static List<Map<String, @Nullable Object>> hours() {
        List<Map<String, @Nullable Object>> hours = new ArrayList<>();
        for (int hour = 8; hour <= 16; hour++) {
            int n = 34 - Math.abs(11 - hour) * 4;
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("hour", hour);
            row.put("arrived", n + 2);
            row.put("served", n);
            row.put("n", n);
            row.put("waitP50", n < 30 ? null : 320.0 + n);
            row.put("waitP90", n < 30 ? null : 800.0 + n);
            hours.add(row);
        }
        return hours;
    }

    private static Map<String, @Nullable Object> rating(long ago, int csat, @Nullable String comment) {
        Map<String, @Nullable Object> rating = new LinkedHashMap<>();
        rating.put("at", FixtureOffices.ago(ago));
        rating.put("csat", csat);
        rating.put("nps", null);
        rating.put("comment", comment);
        rating.put("service", "advice");
        return rating;
    }

    static List<Map<String, @Nullable Object>> totals(String measure, String by) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (by.equals("service")) {
            for (int i = 0; i < SERVICES.length; i++) {
                Map<String, @Nullable Object> row = total(measure, 61 - 17 * i);
                row.put("service", SERVICES[i][0]);
                row.put("serviceName", Map.of("uk", SERVICES[i][1], "en", SERVICES[i][2]));
                rows.add(row);
            }
        } else {
            rows.add(total(measure, 2121));
        }
        return rows;
    }

    private static Map<String, @Nullable Object> total(String measure, int n) {
        double scale = measure.equals("response") ? 20 : 1;
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("bucket", "total");
        row.put("n", n);
        row.put("open", 249);
        row.put("closed", 2);
        row.put("min", 3.0);
        row.put("max", 4200 * scale);
        row.put("mean", 480 * scale);
        row.put("p50", n < 30 ? null : 354 * scale);
        row.put("p90", n < 30 ? null : 1050 * scale);
        row.put("p95", n < 30 ? null : 1300 * scale);
        row.put("p99", n < 30 ? null : 2660 * scale);
        row.put("p90WithOpen", 1320 * scale);
        row.put("target", measure.equals("response") ? 28_800.0 : 900.0);
        row.put("withinTarget", n * 96 / 100);
        row.put("late", n - n * 96 / 100);
        return row;
    }
}
