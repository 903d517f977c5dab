package io.dovira.query.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A day of three cameras: one saw everything, one lost half an hour, one has a file that was changed and a clock that is off. */
@TestComponent
@RestController
final class FixtureFootage {
    private static final int QUARTERS = 60;

    @GetMapping("/api/v1/footage/reconciliation")
    Map<String, @Nullable Object> day(
            @RequestParam String office, @RequestParam Instant from, @RequestParam Instant to) {
        boolean empty = !office.equals("live-lviv-0");
        Map<String, @Nullable Object> day = new HashMap<>(Map.of(
                "position",
                812_334,
                "office",
                office,
                "officeName",
                Map.of("en", "Office"),
                "timeZone",
                "Europe/Kyiv",
                "from",
                from,
                "to",
                to,
                "judgedUntil",
                from.plus(Duration.ofHours(15))));
        day.put("cameras", empty ? List.of() : cameras(from));
        day.put("entries", empty ? List.of() : entries(from));
        day.put("mismatches", empty ? List.of() : mismatches(from));
        return day;
    }

    /** One stay was seen. */
    @GetMapping("/api/v1/footage")
    Map<String, Object> linked(@RequestParam String interaction) {
        return Map.of(
                "items",
                interaction.equals("custody-c0")
                        ? List.of(Objects.requireNonNull(one("f-1").get("footage")))
                        : List.of());
    }

    @GetMapping("/api/v1/footage/{id}")
    Map<String, Object> one(@PathVariable String id) {
        Instant from = Instant.parse("2026-03-02T08:30:00Z");
        String sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        Map<String, @Nullable Object> footage = new HashMap<>();
        footage.put("id", id);
        footage.put("state", "HELD");
        footage.put("camera", "lviv-03-cell-2");
        footage.put("office", "live-lviv-0");
        footage.put("room", "cell 2");
        footage.put("area", "CUSTODY");
        footage.put("from", from);
        footage.put("to", from.plusSeconds(900));
        footage.put("clockOffsetMillis", 1400);
        footage.put("retentionClass", "custody");
        footage.put("keepUntil", "2026-04-01T20:59:59.999Z");
        footage.put("policy", "footage-retention-custody@1");
        footage.put("broken", false);
        Map<String, @Nullable Object> file = new HashMap<>(Map.of(
                "sha256", sha256, "bytes", 48_210_932, "mediaType", "video/mp4", "checkedAt", from.plusSeconds(901)));
        file.put("broken", null);
        footage.put("files", List.of(file));
        footage.put("gaps", List.of(Map.of("from", from.plusSeconds(60), "to", from.plusSeconds(100))));
        footage.put("unanswered", List.of("GAP"));
        footage.put("links", List.of(Map.of("target", "VISIT", "subject", "demo-42", "at", from.plusSeconds(60))));
        footage.put(
                "holds",
                List.of(Map.of(
                        "id", "inquiry-17",
                        "ground", "INTERNAL_INQUIRY",
                        "reference", "inquiry 17/2026",
                        "since", from.plusSeconds(4000))));
        footage.put("accesses", 1);
        footage.put(
                "deeds",
                List.of(
                        deed("segment-ingested", from.plusSeconds(901), null, null),
                        deed("hold-placed", from.plusSeconds(4000), "INTERNAL_INQUIRY", "inquiry 17/2026"),
                        deed("footage-accessed", from.plusSeconds(5000), "COMPLAINT", "inquiry 17/2026")));
        return Map.of("position", 812_334, "footage", footage);
    }

    private static Map<String, @Nullable Object> deed(
            String what, Instant at, @Nullable String why, @Nullable String reference) {
        Map<String, @Nullable Object> deed =
                new HashMap<>(Map.of("what", what, "at", at, "by", "p-a90e44", "role", "quality"));
        deed.put("why", why);
        deed.put("reference", reference);
        return deed;
    }

    private static List<Map<String, @Nullable Object>> cameras(Instant from) {
        List<Map<String, @Nullable Object>> cameras = new ArrayList<>();
        for (String id : List.of("hall-1", "cell-2", "ask-5")) {
            Map<String, @Nullable Object> camera = new HashMap<>(Map.of(
                    "id",
                    id,
                    "room",
                    id.replace('-', ' '),
                    "area",
                    id.startsWith("hall") ? "FRONT_OFFICE" : id.startsWith("cell") ? "CUSTODY" : "QUESTIONING",
                    "footage",
                    footage(id, from)));
            if (id.equals("hall-1")) {
                camera.put("clockOffsetMillis", null);
            } else {
                camera.put("clockOffsetMillis", id.equals("ask-5") ? 61_000 : 400);
            }
            camera.put("offsetMeasuredAt", null);
            camera.put("removedAt", null);
            cameras.add(camera);
        }
        return cameras;
    }

    private static List<Map<String, Object>> footage(String camera, Instant from) {
        List<Map<String, Object>> footage = new ArrayList<>();
        for (int i = 0; i < QUARTERS; i++) {
            if (camera.equals("cell-2") && (i == 14 || i == 15)) {
                continue;
            }
            Instant begin = from.plus(Duration.ofMinutes(15L * i));
            boolean held = camera.equals("ask-5") && i > 40 && i < 46;
            footage.add(Map.of(
                    "id",
                    camera + "-" + i,
                    "from",
                    begin,
                    "to",
                    begin.plusSeconds(900),
                    "state",
                    i < 4 ? "PURGED" : i == QUARTERS - 1 ? "RECORDING" : held ? "HELD" : "AVAILABLE",
                    "held",
                    held,
                    "broken",
                    camera.equals("ask-5") && i == 30,
                    "gaps",
                    camera.equals("ask-5") && i == 36
                            ? List.of(Map.of("from", begin.plusSeconds(60), "to", begin.plusSeconds(400)))
                            : List.of()));
        }
        return footage;
    }

    private static List<Map<String, @Nullable Object>> entries(Instant from) {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Instant begin = from.plus(Duration.ofMinutes(540 + 20L * i));
            Map<String, @Nullable Object> entry = new HashMap<>(Map.of(
                    "subject",
                    "visit-demo-" + i,
                    "entry",
                    "leg-1",
                    "area",
                    i % 4 == 0 ? "QUESTIONING" : "FRONT_OFFICE",
                    "from",
                    begin));
            entry.put("room", null);
            entry.put("to", i == 19 ? null : begin.plusSeconds(700));
            entries.add(entry);
        }
        return entries;
    }

    private static List<Map<String, @Nullable Object>> mismatches(Instant from) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        all.add(mismatch("CHANGED", "ask-5", "ask-5-30", null, from.plus(Duration.ofMinutes(450)), 900));
        all.add(mismatch("GAP", null, null, "visit-demo-0", from.plus(Duration.ofMinutes(541)), 340));
        all.add(mismatch("NO_FOOTAGE", null, null, "visit-demo-4", from.plus(Duration.ofMinutes(620)), 700));
        all.add(mismatch("CLOCK_OFFSET", "ask-5", "ask-5-59", null, from.plus(Duration.ofMinutes(885)), 900));
        return all;
    }

    private static Map<String, @Nullable Object> mismatch(
            String kind,
            @Nullable String camera,
            @Nullable String footage,
            @Nullable String subject,
            Instant from,
            int seconds) {
        Map<String, @Nullable Object> one =
                new HashMap<>(Map.of("kind", kind, "from", from, "to", from.plusSeconds(seconds)));
        one.put("camera", camera);
        one.put("footage", footage);
        one.put("subject", subject);
        one.put("entry", subject == null ? null : "leg-1");
        one.put("area", subject == null ? null : "QUESTIONING");
        return one;
    }
}
