package io.dovira.query.pages;

import io.dovira.query.platform.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The custody endpoints, staged: five persons in two units, one of them with overdue duties, a late and a corrected entry. */
@TestComponent
@RestController
final class FixtureCustody {
    static final Instant NOW = Instant.parse("2026-03-03T06:00:00Z");
    private static final Map<String, String> UNIT =
            Map.of("uk", "Львів, ізолятор № 1", "en", "Lviv, custody unit No. 1");
    private static final List<String> LISTS =
            List.of("RIGHTS", "LEGAL_AID", "RELATIVES", "HEALTH", "CARE", "LOCATION", "PROCEDURE");

    @GetMapping("/api/v1/custody")
    Map<String, @Nullable Object> whiteboard(
            @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "HELD") String state) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (!state.equals("ENDED")) {
            for (int i = 0; i < 5; i++) {
                rows.add(row("c" + i, i));
            }
        }
        Map<String, @Nullable Object> shift = new LinkedHashMap<>();
        shift.put("office", "unit-1");
        shift.put("officeName", UNIT);
        shift.put("timeZone", "Europe/Kyiv");
        shift.put("held", 5);
        shift.put("handovers", 17);
        shift.put("onDuty", "p-7f31c2");
        shift.put("onDutySince", at(-36_000));
        shift.put("offeredBy", "p-7f31c2");
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("position", 812_334);
        answer.put("at", NOW.toString());
        answer.put("lateAfterSeconds", 300);
        answer.put("units", List.of(shift));
        answer.put("items", rows);
        answer.put("next", null);
        return answer;
    }

    private static Map<String, @Nullable Object> row(String id, int i) {
        boolean troubled = i == 0;
        List<Map<String, Object>> clocks = new ArrayList<>();
        clocks.add(clock("CELL_VISIT", -3600, troubled ? -300 : 900 * i, "custody-cell-visit@1"));
        clocks.add(clock("REVIEW", -20_000, 1600 + 3600 * i, "custody-review-first@1"));
        clocks.add(clock("END_DETENTION", -86_400, 172_800 + 60 * i, "custody-without-ruling@1"));
        Map<String, String> lists = new LinkedHashMap<>();
        LISTS.forEach(list -> lists.put(list, list.equals("CARE") ? "RUNNING" : "DONE"));
        lists.put("RELATIVES", i == 1 ? "DELAYED" : "DONE");
        lists.put("LEGAL_AID", troubled ? "OPEN" : "DONE");
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("person", "p-41c7d" + i);
        row.put("office", "unit-1");
        row.put("officeName", UNIT);
        row.put("timeZone", "Europe/Kyiv");
        row.put("phase", i == 4 ? "AT_COURT" : "OPEN");
        row.put("phaseSince", at(-80_000));
        row.put("ground", "WITHOUT_RULING");
        row.put("minor", i == 2);
        row.put("foreigner", false);
        row.put("cell", String.valueOf(i + 1));
        row.put("level", "GENERAL");
        row.put("fitness", null);
        row.put("apprehendedAt", at(-86_400));
        row.put("endedAt", null);
        row.put("visitDueAt", clocks.getFirst().get("dueAt"));
        row.put("reviewDueAt", clocks.get(1).get("dueAt"));
        row.put("detentionDueAt", clocks.getLast().get("dueAt"));
        row.put("clocks", clocks);
        row.put("overdue", troubled ? List.of("CELL_VISIT") : List.of());
        row.put("checklists", lists);
        row.put("nextDuty", "CELL_VISIT");
        row.put("nextDueAt", clocks.getFirst().get("dueAt"));
        row.put("entries", 42);
        row.put("late", troubled ? 3 : 0);
        row.put("corrected", troubled ? 1 : 0);
        row.put("proposals", troubled ? 1 : 0);
        row.put("onDuty", "p-7f31c2");
        row.put("origin", "LIVE");
        return row;
    }

    private static Map<String, Object> clock(String duty, long since, long due, String policy) {
        return Map.of("duty", duty, "since", at(since), "dueAt", at(due), "policy", policy);
    }

    @GetMapping("/api/v1/custody/units/lag")
    Map<String, @Nullable Object> lags() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("office", "unit-1");
        row.put("officeName", UNIT);
        row.put("role", "custody");
        row.put("origin", "LIVE");
        row.put("n", 1_204);
        row.put("unknown", 250);
        row.put("late", 37);
        row.put("min", 0.1);
        row.put("max", 25_310.0);
        row.put("mean", 61.0);
        row.put("p50", 2.1);
        row.put("p90", 140.0);
        row.put("p99", 2_900.0);
        row.put("values", null);
        return Map.of("position", 812_334, "lateAfterSeconds", 300, "rows", List.of(row));
    }

    @GetMapping("/api/v1/custody/units/batches")
    Map<String, Object> batches() {
        Map<String, Object> batch = new LinkedHashMap<>();
        batch.put("office", "unit-1");
        batch.put("officeName", UNIT);
        batch.put("actor", "p-7f31c2");
        batch.put("role", "custody");
        batch.put("from", at(-700));
        batch.put("to", at(-660));
        batch.put("happenedFrom", at(-28_000));
        batch.put("happenedTo", at(-3_000));
        batch.put("entries", 8);
        batch.put("records", List.of("c0", "c1"));
        batch.put("origin", "LIVE");
        return Map.of("position", 812_334, "items", List.of(batch));
    }

    @GetMapping("/api/v1/custody/signed-out")
    ResponseEntity<ProblemDetail> signedOut() {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, "This needs a sign-in."));
    }

    /** Nobody has said yet what they read it for. */
    @GetMapping("/api/v1/custody/unread-1")
    ResponseEntity<ProblemDetail> unread() {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .body(Problem.purposeNeeded("Who reads a custody record says what for.")
                        .getBody());
    }

    @GetMapping("/api/v1/custody/{id}")
    Map<String, @Nullable Object> record(@PathVariable String id) {
        if (!id.startsWith("c")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("position", 812_334);
        answer.put("at", NOW.toString());
        answer.put("lateAfterSeconds", 300);
        answer.put("now", row(id, 0));
        answer.put(
                "phases",
                List.of(
                        Map.of("phase", "APPREHENDED", "since", at(-86_400)),
                        Map.of("phase", "DELIVERED", "since", at(-84_000)),
                        Map.of("phase", "OPEN", "since", at(-83_700))));
        answer.put(
                "tasks",
                List.of(
                        task("EXPLAIN_RIGHTS", "DONE", -83_000L, null),
                        task("NOTIFY_LEGAL_AID", "DONE", -80_000L, -82_800L),
                        task("ASSIGN_LAWYER", "OPEN", null, -76_400L),
                        task("NOTIFY_RELATIVES", "DONE", -83_200L, -82_800L),
                        task("NOTE_INJURIES", "DONE", -83_600L, null),
                        task("CELL_VISIT", "OPEN", -3_900L, -300L),
                        task("REVIEW", "OPEN", null, 1_600L),
                        task("HEAR_MEASURE", "LAPSED", null, null),
                        task("END_DETENTION", "OPEN", null, 172_800L)));
        answer.put(
                "proposals",
                List.of(Map.of(
                        "number",
                        1,
                        "ofEventId",
                        "e4",
                        "field",
                        "APPREHENDED_AT",
                        "was",
                        at(-86_400),
                        "is",
                        at(-88_000),
                        "reason",
                        "bodycam shows it",
                        "proposedBy",
                        "p-7f31c2")));
        answer.put(
                "entries",
                List.of(
                        entry(1, "person-apprehended", -86_400, 1, Map.of("ground", "WITHOUT_RULING", "minor", false)),
                        entry(
                                2,
                                "clock-started",
                                -86_400,
                                1,
                                Map.of(
                                        "duty",
                                        "END_DETENTION",
                                        "dueAt",
                                        at(172_800),
                                        "policy",
                                        "custody-without-ruling@1")),
                        entry(3, "rights-explained", -83_000, 4, Map.of("language", "uk", "signature", "SIGNED")),
                        entry(4, "cell-visit-done", -28_000, 27_300, Map.of("level", "GENERAL", "roused", false)),
                        entry(
                                5,
                                "entry-corrected",
                                -600,
                                1,
                                Map.of(
                                        "field",
                                        "LAST_VISIT_AT",
                                        "was",
                                        at(-28_000),
                                        "is",
                                        at(-27_000),
                                        "reason",
                                        "camera"))));
        answer.put("accesses", List.of(access(-60, "CARE", null), access(-7_200, "OVERSIGHT", "17/2026")));
        answer.put("problem", id.equals("c9") ? "custody.person-teleported: no fact has this name" : null);
        return answer;
    }

    private static Map<String, @Nullable Object> access(long at, String purpose, @Nullable String reference) {
        Map<String, @Nullable Object> access = new LinkedHashMap<>();
        access.put("at", at(at));
        access.put("by", "p-7f31c2");
        access.put("role", "custody");
        access.put("purpose", purpose);
        access.put("reference", reference);
        return access;
    }

    private static Map<String, @Nullable Object> task(
            String duty, String state, @Nullable Long done, @Nullable Long due) {
        Map<String, @Nullable Object> task = new LinkedHashMap<>();
        task.put("duty", duty);
        task.put("state", state);
        task.put("since", at(-86_400));
        task.put("doneAt", done == null ? null : at(done));
        task.put("dueAt", due == null ? null : at(due));
        task.put("policy", due == null ? null : "custody@1");
        return task;
    }

    private static Map<String, @Nullable Object> entry(
            int number, String type, long happened, long lag, Map<String, ?> data) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("position", 811_900 + number);
        entry.put("eventId", "e" + number);
        entry.put("type", "custody." + type);
        entry.put("occurredAt", at(happened));
        entry.put("recordedAt", at(happened + lag));
        entry.put("lagSeconds", (double) lag);
        entry.put("actor", "p-7f31c2");
        entry.put("role", "custody");
        entry.put("quality", lag > 300 ? "ESTIMATED" : "EXACT");
        entry.put("late", lag > 300);
        entry.put("outOfOrder", lag > 300);
        entry.put("entered", !type.equals("clock-started"));
        entry.put("data", data);
        entry.put("correctedBy", number == 4 ? List.of("e5") : List.of());
        return entry;
    }

    private static String at(long seconds) {
        return NOW.plusSeconds(seconds).toString();
    }
}
