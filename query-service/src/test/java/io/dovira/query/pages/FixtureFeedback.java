package io.dovira.query.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Feedback, staged: three offices, one with too few answers, and forty-five comments. {@code POST /fixture/feedback?some=} takes it away. */
@TestComponent
@RestController
final class FixtureFeedback {
    private static final int COMMENTS = 45;
    private volatile boolean some = true;

    @PostMapping("/fixture/feedback")
    void stage(@RequestParam(name = "some") boolean wanted) {
        some = wanted;
    }

    @GetMapping("/api/v1/feedback")
    Map<String, @Nullable Object> answer(@RequestParam(defaultValue = "") String by) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (some && by.isEmpty()) {
            rows.add(row("", "", List.of(9, 14, 30, 120, 240)));
        } else if (some) {
            rows.add(row("lviv", "Lviv, station 1", List.of(4, 6, 10, 60, 150)));
            rows.add(row("skole", "Skole", List.of(0, 0, 1, 2, 4)));
            rows.add(row("kyiv", "Kyiv, station 7", List.of(5, 8, 19, 58, 86)));
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("position", 812_334);
        answer.put("policy", "feedback-small-n@1");
        answer.put("smallestSample", 30);
        answer.put("rows", rows);
        return answer;
    }

    private static Map<String, @Nullable Object> row(String office, String name, List<Integer> counts) {
        int n = counts.stream().mapToInt(Integer::intValue).sum();
        boolean enough = n >= 30;
        Map<String, @Nullable Object> csat = new LinkedHashMap<>();
        csat.put("n", n);
        csat.put("counts", counts);
        csat.put("percent", enough ? 100.0 * (counts.get(3) + counts.get(4)) / n : null);
        csat.put("low", enough ? 83.9 : null);
        csat.put("high", enough ? 90.2 : null);
        Map<String, @Nullable Object> nps = new LinkedHashMap<>();
        nps.put("n", n / 2);
        nps.put("detractors", n / 8);
        nps.put("passives", n / 8);
        nps.put("promoters", n / 4);
        nps.put("score", enough ? -45.45 : null);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("office", office);
        row.put("officeName", Map.of("en", name, "uk", "Відділ " + name));
        row.put("region", office);
        row.put("regionName", Map.of("en", name, "uk", "Область " + name));
        row.put("service", "");
        row.put("serviceName", Map.of());
        row.put("channel", "KIOSK");
        row.put("origin", "LIVE");
        row.put("offered", 2 * n);
        row.put("answered", n);
        row.put("expired", n / 2);
        row.put("open", 17);
        row.put("responsePercent", enough ? 66.7 : null);
        row.put("unasked", 0);
        row.put("csat", csat);
        row.put("nps", nps);
        row.put("comments", 12);
        return row;
    }

    @GetMapping("/api/v1/feedback/comments")
    Map<String, @Nullable Object> comments(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "0") int page) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        int last = some ? Math.min(COMMENTS, page + limit) : 0;
        for (int i = page; i < last; i++) {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("survey", "s" + i);
            item.put("office", "lviv");
            item.put("officeName", Map.of("en", "Lviv, station 1", "uk", "Львів, відділ № 1"));
            item.put("timeZone", "Europe/Kyiv");
            item.put("service", "advice");
            item.put("serviceName", Map.of("en", "Advice", "uk", "Консультація"));
            item.put("channel", i == 1 ? "APPEAL" : i % 2 == 0 ? "KIOSK" : "");
            item.put("origin", "LIVE");
            item.put("at", FixtureInteractions.CAME.minusSeconds(600L * i).toString());
            item.put("csat", i % 6 == 0 ? null : i % 6);
            item.put("nps", i % 3 == 0 ? 9 : null);
            item.put("comment", i == 0 ? "<b>quick</b> and polite" : "comment " + i);
            item.put("visit", i == 1 ? null : "demo-" + i);
            item.put("appeal", i == 1 ? "2026-118" : null);
            items.add(item);
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("position", 812_334);
        answer.put("items", items);
        answer.put("next", last > 0 && last < COMMENTS ? String.valueOf(last) : null);
        return answer;
    }
}
