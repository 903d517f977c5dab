package io.dovira.query.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The whole country, staged: 1,470 communities in 24 regions, 275 of them served. {@code POST /fixture/community?count=} sets how many. */
@TestComponent
@RestController
final class FixtureCommunity {
    private static final String[] STATES = {"UNCOVERED", "MEMORANDUM", "SELECTING", "TRAINING", "COVERED", "VACANT"};
    private static final int REGIONS = 24;
    private volatile int count = 1470;

    @PostMapping("/fixture/community")
    void stage(@RequestParam(name = "count") int wanted) {
        count = wanted;
    }

    @GetMapping("/api/v1/communities")
    Map<String, @Nullable Object> communities(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int page) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (region.isEmpty() || region.equals(region(i))) {
                items.add(row(i));
            }
        }
        int last = Math.min(items.size(), page + limit);
        return answer("items", items.subList(page, last), "next", last < items.size() ? String.valueOf(last) : null);
    }

    @GetMapping("/api/v1/communities/{id}")
    Map<String, @Nullable Object> one(@PathVariable String id) {
        int number = Integer.parseInt(id.substring(1));
        if (number >= count) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Map<String, @Nullable Object> row = row(number);
        row.put("claims", 2);
        Map<String, @Nullable Object> answer = answer("community", row, "timeZone", "Europe/Kyiv");
        answer.put("memorandumAt", "2025-02-02T08:00:00Z");
        answer.put(
                "population",
                List.of(
                        Map.of("people", 41_200, "source", "State Statistics Service", "asOf", "2022-01-01"),
                        Map.of("people", 43_900, "source", "community council", "asOf", "2023-01-01")));
        answer.put(
                "officers",
                List.of(spell("ASSIGNED", "2025-06-01", null), spell("CERTIFIED", "2025-05-30", "2025-06-01")));
        answer.put(
                "stations",
                List.of(fields(
                        "id",
                        "st-1",
                        "name",
                        Map.of("en", "Police station", "uk", "Поліцейська станція"),
                        "rooms",
                        List.of("RECEPTION", "CHILDREN"),
                        "openedAt",
                        "2025-06-02T08:00:00Z",
                        "closedAt",
                        null)));
        answer.put(
                "months",
                List.of(fields(
                        "month", "2026-03",
                        "contacts", Map.of("SCHOOL", 3, "HOME_VISIT", 12),
                        "met", 84,
                        "reports", 1,
                        "attended", 35)));
        answer.put("publications", List.of(trust("local", "vinnytsia", id)));
        return answer;
    }

    @GetMapping("/api/v1/coverage")
    Map<String, @Nullable Object> coverage(
            @RequestParam(defaultValue = "") String by, @RequestParam(defaultValue = "") String region) {
        Map<String, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            if (region.isEmpty() || region.equals(region(i))) {
                groups.computeIfAbsent(by.equals("region") ? region(i) : "", key -> new ArrayList<>())
                        .add(i);
            }
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        groups.forEach((key, all) -> rows.add(group(key, all)));
        Map<String, @Nullable Object> answer = answer("rows", rows, "asOf", "2026-03-02");
        answer.put("policy", "community-officers-required@1");
        answer.put("peopleForEachOfficer", 10_000);
        return answer;
    }

    @GetMapping("/api/v1/officers/pipeline")
    Map<String, @Nullable Object> pipeline() {
        Map<String, @Nullable Object> states = fields("CANDIDATE", 61, "IN_TRAINING", 84, "CERTIFIED", 12);
        states.putAll(fields("ASSIGNED", 438, "ABSENT", 12, "LEFT", 57));
        return answer(
                "origins",
                count == 0
                        ? List.of()
                        : List.of(fields(
                                "origin",
                                "LIVE",
                                "states",
                                states,
                                "steps",
                                List.of(
                                        step("IN_TRAINING", 520, 10.5, 31.0, null),
                                        step("CERTIFIED", 480, 81.0, 95.25, null),
                                        step("ASSIGNED", 2, null, null, List.of(1.5, 4.0))))),
                "asOf",
                null);
    }

    @GetMapping("/api/v1/publications")
    Map<String, @Nullable Object> publications() {
        return answer(
                "items",
                count == 0
                        ? List.of()
                        : List.of(
                                trust("nationwide", null, null),
                                figures("source text", "2021-06-01", 275, 450, 4_000_000),
                                figures("fin.org.ua", "2021-03-03", 273, null, 3_500_000),
                                figures("enovosty.com", "2020-01-01", 206, 251, 1_700_000)),
                "asOf",
                null);
    }

    private static String state(int i) {
        return i % 5 == 0 && i < 1375 ? STATES[4] : i % 97 == 1 ? STATES[5] : STATES[i % 4];
    }

    private static String region(int i) {
        return "region-%02d".formatted(i % REGIONS);
    }

    private static Map<String, String> regionName(String region) {
        return Map.of("en", "Region " + region.substring(7), "uk", "Область " + region.substring(7));
    }

    private static Map<String, @Nullable Object> row(int i) {
        boolean large = i % 11 == 0;
        Map<String, @Nullable Object> row =
                fields("id", "c" + i, "region", region(i), "regionName", regionName(region(i)));
        row.put("name", Map.of("en", "Community " + i, "uk", "Громада " + i));
        row.put("origin", "LIVE");
        row.put("state", state(i));
        row.put("people", large ? 41_200 : 8_100);
        row.put("claims", 1);
        row.put("officers", state(i).equals("COVERED") ? 1 : 0);
        row.put("absent", 0);
        row.put("required", large ? 4 : 1);
        row.put("contacts", 15);
        row.put("reports", 1);
        return row;
    }

    private static Map<String, @Nullable Object> group(String key, List<Integer> all) {
        Map<String, Integer> states = new LinkedHashMap<>();
        for (String state : STATES) {
            states.put(state, (int)
                    all.stream().filter(i -> state(i).equals(state)).count());
        }
        int covered = states.getOrDefault("COVERED", 0);
        Map<String, @Nullable Object> row = fields("states", states, "communities", all.size(), "origin", "LIVE");
        row.put("region", key.isEmpty() ? null : key);
        row.put("regionName", key.isEmpty() ? null : regionName(key));
        row.put("people", all.size() * 11_000);
        row.put("peopleServed", covered * 11_000);
        row.put("officers", covered * 2);
        row.put("absent", 3);
        row.put("officersPer10k", covered * 2 * 10_000.0 / (all.size() * 11_000));
        row.put("officersPerCovered", 1.64);
        row.put("required", all.size() + 90);
        row.put("missing", all.size() - covered);
        row.put("large", 40);
        row.put("largeMet", 7);
        row.put("contacts", all.size() * 15);
        row.put("reports", all.size());
        return row;
    }

    private static Map<String, @Nullable Object> spell(String state, String from, @Nullable String to) {
        return fields(
                "officer",
                "p-31c07d",
                "state",
                state,
                "from",
                from + "T08:00:00Z",
                "to",
                to == null ? null : to + "T08:00:00Z");
    }

    private static Map<String, @Nullable Object> step(
            String step, int n, @Nullable Double p50, @Nullable Double p90, @Nullable List<Double> values) {
        Map<String, @Nullable Object> fields = fields("step", step, "n", n, "open", 3);
        fields.putAll(fields("p50", p50, "p90", p90, "values", values));
        return fields;
    }

    private static Map<String, @Nullable Object> trust(String id, @Nullable String region, @Nullable String community) {
        Map<String, @Nullable Object> trust = fields("region", region, "community", community, "n", 2_018);
        trust.putAll(fields("percent", 70.2, "margin", 2.2, "fieldworkFrom", "2026-02-01"));
        trust.put("fieldworkTo", "2026-02-14");
        Map<String, @Nullable Object> item = fields("id", id, "source", "Institute of sociology", "trust", trust);
        item.put("withdrawn", null);
        return item;
    }

    private static Map<String, @Nullable Object> figures(
            String source, String asOf, int communities, @Nullable Integer officers, int people) {
        Map<String, @Nullable Object> figures =
                fields("communities", communities, "officers", officers, "people", people);
        figures.put("asOf", asOf);
        Map<String, @Nullable Object> item = fields("id", source, "source", source, "figures", figures);
        item.put("withdrawn", null);
        return item;
    }

    private static Map<String, @Nullable Object> answer(
            String key, @Nullable Object value, String other, @Nullable Object otherValue) {
        return fields("position", 812_334, key, value, other, otherValue);
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... pairs) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return fields;
    }
}
