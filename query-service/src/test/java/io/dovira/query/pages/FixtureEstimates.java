package io.dovira.query.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How estimates turned out, staged: an office as promised, one whose visitors wait longer than told, one with too few waits; none at all from 2100 on. */
@TestComponent
@RestController
final class FixtureEstimates {

    @GetMapping("/api/v1/estimates")
    Map<String, @Nullable Object> answer(@RequestParam(defaultValue = "") String from) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(
                "definition",
                Map.of(
                        "id",
                        "wait-estimate",
                        "version",
                        1,
                        "unit",
                        "%",
                        "text",
                        Map.of("en", "Waits that ended as told.", "uk", "Очікування.")));
        answer.put("position", 812_334);
        answer.put("smallest", 30);
        answer.put("promised", 80);
        answer.put(
                "rows",
                from.startsWith("21")
                        ? List.of()
                        : List.of(
                                row("live-lviv-0", "Lviv, station 1", 31, 402, 67, 840.0),
                                row("live-lviv-1", "Skole", 2, 9, 1, 1_260.0),
                                row("live-lviv-2", "Kyiv, station 7", 6, 210, 184, 420.0)));
        return answer;
    }

    private static Map<String, @Nullable Object> row(
            String office, String name, int sooner, int inside, int later, double width) {
        int compared = sooner + inside + later;
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("office", office);
        row.put("officeName", Map.of("en", name, "uk", "Відділ " + name));
        row.put("regionName", Map.of("en", "Lviv", "uk", "Львівська"));
        row.put("origin", "LIVE");
        row.put("compared", compared);
        row.put("inside", inside);
        row.put("sooner", sooner);
        row.put("later", later);
        row.put("untold", 14);
        row.put("left", 3);
        row.put("insidePercent", compared < 30 ? null : 100.0 * inside / compared);
        row.put("meanWidthSeconds", width);
        return row;
    }
}
