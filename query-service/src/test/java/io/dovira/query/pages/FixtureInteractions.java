package io.dovira.query.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The interactions endpoints, staged: one visit with a late entry, a transfer and a correction, and enough results for pages. */
@TestComponent
@RestController
final class FixtureInteractions {
    static final Instant CAME = Instant.parse("2026-03-02T07:04:10Z");
    private static final int RESULTS = 120;
    private static final String[] STATES = {
        "SERVED", "SERVED", "QUEUED", "NO_SHOW", "SERVED", "IN_SERVICE", "ABANDONED", "CLOSED_BY_SYSTEM"
    };

    @GetMapping("/api/v1/interactions")
    Map<String, @Nullable Object> search(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String state) {
        if (state.equals("CLOSED")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such state");
        }
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        int last = ticket.equals("Z999") ? 0 : Math.min(RESULTS, page + limit);
        for (int i = page; i < last; i++) {
            items.add(result(i));
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("position", 812_334);
        answer.put("items", items);
        answer.put("next", last > 0 && last < RESULTS ? String.valueOf(last) : null);
        return answer;
    }

    private static Map<String, @Nullable Object> result(int i) {
        String state = STATES[i % STATES.length];
        boolean isCase = i % 9 == 8;
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", isCase ? "case-nyc311-4113%04d".formatted(i) : "visit-demo-" + i);
        item.put("kind", isCase ? "case" : "visit");
        item.put("ticket", isCase ? null : "A%03d".formatted(i));
        item.put("office", "live-lviv-0");
        item.put("officeName", Map.of("uk", "Львів, відділ поліції № 1", "en", "Lviv, police station No. 1"));
        item.put("service", "advice");
        item.put("serviceName", Map.of("uk", "Консультація", "en", "Advice"));
        item.put("channel", isCase ? "MOBILE" : "IN_PERSON");
        item.put("state", isCase ? "OPEN" : state);
        item.put("openedAt", CAME.minusSeconds(317L * i).toString());
        item.put("closedAt", null);
        item.put("waitSeconds", isCase || state.equals("QUEUED") ? null : 125.0 + 37 * (i % 20));
        item.put("late", i % 7 == 3);
        item.put("facts", 3 + i % 6);
        return item;
    }

    @GetMapping("/api/v1/interactions/{id}")
    Map<String, @Nullable Object> story(@PathVariable String id) {
        if (!id.startsWith("visit-demo")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<Map<String, @Nullable Object>> facts = new ArrayList<>();
        facts.add(fact(facts, "visitor-arrived", 0, 1, Map.of("channel", "IN_PERSON"), arrived(null, List.of())));
        facts.add(fact(
                facts, "ticket-issued", 8, 1, Map.of("ticket", "A042"), arrived("A042", List.of(leg(1, "QUEUED", 8)))));
        Map<String, @Nullable Object> called = leg(1, "CALLED", 8, 436);
        facts.add(fact(
                facts, "visitor-called", 436, 1, Map.of("desk", "d2", "leg", 1), arrived("A042", List.of(called))));
        Map<String, @Nullable Object> serving = leg(1, "IN_SERVICE", 8, 436, 470);
        facts.add(fact(facts, "service-started", 470, 2, Map.of("desk", "d2"), arrived("A042", List.of(serving))));
        Map<String, @Nullable Object> over = leg(1, "TRANSFERRED", 8, 436, 470, 1010);
        facts.add(fact(
                facts,
                "leg-transferred",
                1010,
                420,
                Map.of("toService", "investigator"),
                arrived("A042", List.of(over, leg(2, "QUEUED", 1010)))));
        facts.add(fact(
                facts,
                "visitor-called",
                1290,
                1,
                Map.of("desk", "d4", "leg", 2),
                arrived("A042", List.of(over, leg(2, "CALLED", 1010, 1290)))));
        facts.add(fact(
                facts,
                "service-started",
                1325,
                1,
                Map.of("desk", "d4"),
                arrived("A042", List.of(over, leg(2, "IN_SERVICE", 1010, 1290, 1325)))));
        facts.add(fact(
                facts,
                "service-finished",
                2105,
                1,
                Map.of("outcome", "advice given"),
                arrived("A042", List.of(over, leg(2, "SERVED", 1010, 1290, 1325, 2105)))));
        facts.add(fact(
                facts,
                "visit-corrected",
                2400,
                1,
                Map.of(
                        "leg",
                        1,
                        "field",
                        "CALLED_AT",
                        "was",
                        at(436),
                        "is",
                        at(376),
                        "reason",
                        "called by voice, typed later"),
                arrived(
                        "A042",
                        List.of(leg(1, "TRANSFERRED", 8, 376, 470, 1010), leg(2, "SERVED", 1010, 1290, 1325, 2105)))));
        facts.add(proposed(facts));
        Map<String, @Nullable Object> story = new LinkedHashMap<>();
        story.put("id", id);
        story.put("kind", "visit");
        story.put("office", "live-lviv-0");
        story.put("timeZone", "Europe/Kyiv");
        story.put("serviceNames", Map.of("advice", Map.of("uk", "Консультація", "en", "Advice")));
        story.put("officeName", Map.of("uk", "Львів, відділ поліції № 1", "en", "Lviv, police station No. 1"));
        story.put("position", 812_334);
        story.put("facts", facts);
        return story;
    }

    /** The last fact: somebody else has to decide. */
    private static Map<String, @Nullable Object> proposed(List<Map<String, @Nullable Object>> before) {
        Map<String, ?> proposal = Map.of(
                "number",
                1,
                "leg",
                2,
                "field",
                "ENDED_AT",
                "was",
                at(2105),
                "is",
                at(1685),
                "reason",
                "seen on camera",
                "proposedBy",
                "clerk-07");
        Map<String, @Nullable Object> state = arrived(
                "A042", List.of(leg(1, "TRANSFERRED", 8, 376, 470, 1010), leg(2, "SERVED", 1010, 1290, 1325, 2105)));
        state.put("proposals", List.of(proposal));
        return fact(before, "correction-proposed", 2460, 1, proposal, state);
    }

    private static Map<String, @Nullable Object> fact(
            List<Map<String, @Nullable Object>> before,
            String type,
            long happened,
            long lag,
            Map<String, ?> data,
            Map<String, @Nullable Object> state) {
        Map<String, @Nullable Object> fact = new LinkedHashMap<>();
        fact.put("position", 811_900 + before.size() * 7);
        fact.put("eventId", "0197c6f0-0000-7000-8000-00000000000" + before.size());
        fact.put("type", "visit." + type);
        fact.put("revision", 1);
        fact.put("occurredAt", at(happened));
        fact.put("recordedAt", at(happened + lag));
        fact.put("lagSeconds", (double) lag);
        fact.put("actor", "clerk-07");
        fact.put("role", "clerk");
        fact.put("quality", lag > 300 ? "ESTIMATED" : "EXACT");
        fact.put("origin", "LIVE");
        fact.put("late", lag > 300);
        fact.put("data", data);
        fact.put("correctedBy", type.equals("visitor-called") && happened == 436 ? List.of("8") : List.of());
        fact.put("state", state);
        fact.put("problem", null);
        return fact;
    }

    private static Map<String, @Nullable Object> arrived(
            @Nullable String ticket, List<Map<String, @Nullable Object>> legs) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("state", legs.isEmpty() ? "ARRIVED" : legs.getLast().get("state"));
        state.put("channel", "IN_PERSON");
        state.put("ticket", ticket);
        state.put("arrivedAt", at(0));
        state.put("appointmentAt", null);
        state.put("legs", legs);
        state.put("proposals", List.of());
        return state;
    }

    /** times: queued, called, started, ended, in seconds from the arrival, as far as they have happened. */
    private static Map<String, @Nullable Object> leg(int number, String state, long... times) {
        Map<String, @Nullable Object> leg = new LinkedHashMap<>();
        leg.put("number", number);
        leg.put("service", number == 1 ? "advice" : "investigator");
        leg.put("state", state);
        leg.put("calls", times.length > 1 ? 1 : 0);
        leg.put("queuedAt", at(times[0]));
        leg.put("calledAt", times.length > 1 ? at(times[1]) : null);
        leg.put("startedAt", times.length > 2 ? at(times[2]) : null);
        leg.put("heldSeconds", 0.0);
        leg.put("endedAt", times.length > 3 ? at(times[3]) : null);
        leg.put("desk", times.length > 1 ? "d" + 2 * number : null);
        leg.put("staff", times.length > 1 ? "clerk-07" : null);
        leg.put("waitSeconds", times.length > 1 ? (double) (times[1] - times[0]) : null);
        leg.put("waySeconds", times.length > 2 ? (double) (times[2] - times[1]) : null);
        leg.put("handlingSeconds", times.length > 3 ? (double) (times[3] - times[2]) : null);
        return leg;
    }

    private static String at(long seconds) {
        return CAME.plusSeconds(seconds).toString();
    }
}
