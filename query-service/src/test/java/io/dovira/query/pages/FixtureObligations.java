package io.dovira.query.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Duties of one custody unit and one front office, staged: two are missed, one is due soon, three have time. */
@TestComponent
@RestController
final class FixtureObligations {
    private static final int POSITION = 812_334;
    private final JsonMapper json = JsonMapper.shared();

    @GetMapping("/api/v1/obligations")
    Map<String, @Nullable Object> list(@RequestParam(defaultValue = "") String state) {
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("position", POSITION);
        page.put("at", Instant.now().toString());
        page.put("items", state.equals("LAPSED") ? List.of() : items());
        page.put("next", null);
        return page;
    }

    @GetMapping("/api/v1/obligations/stream")
    void stream(HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        OutputStream out = response.getOutputStream();
        Map<String, Object> counts = Map.of("BREACHED", 1, "OVERDUE", 1, "DUE_SOON", 1, "OPEN", 1_204, "PAUSED", 2);
        send(out, "snapshot", Map.of("position", POSITION, "head", POSITION, "at", now(), "counts", counts));
        Map<String, @Nullable Object> soon = new LinkedHashMap<>();
        soon.put("position", POSITION);
        soon.put("head", POSITION);
        soon.put("at", now());
        soon.put("counts", counts);
        soon.put("items", List.of(items().get(2)));
        send(out, "delta", soon);
        while (true) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            send(out, "beat", Map.of("position", POSITION, "head", POSITION, "at", now()));
        }
    }

    private static List<Map<String, @Nullable Object>> items() {
        return List.of(
                item(
                        "custody-hospital",
                        "custody-17",
                        "BREACHED",
                        -1_270,
                        "A person declared unfit for detention goes to hospital",
                        "Особу, непридатну до тримання під вартою, доправлено до лікарні"),
                item(
                        "custody-notify-legal-aid",
                        "custody-18",
                        "OVERDUE",
                        -95,
                        "The legal-aid centre is told",
                        "Повідомлення центру безоплатної правничої допомоги"),
                item(
                        "custody-cell-visit",
                        "custody-12",
                        "DUE_SOON",
                        402,
                        "Next visit to the cell",
                        "Наступна перевірка камери"),
                item(
                        "footage-gap",
                        "footage-f-1",
                        "OPEN",
                        201_000,
                        "A gap in footage is explained",
                        "Пояснення прогалини у відеозаписі"),
                item(
                        "appeal-answer",
                        "appeal-2026-118",
                        "OPEN",
                        1_204_000,
                        "An appeal is answered",
                        "Відповідь на звернення"),
                item(
                        "appeal-answer",
                        "appeal-2026-120",
                        "PAUSED",
                        2_204_000,
                        "An appeal is answered",
                        "Відповідь на звернення"));
    }

    private static Map<String, @Nullable Object> item(
            String rule, String subject, String state, long secondsLeft, String english, String ukrainian) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", rule + "-" + subject);
        item.put("rule", rule);
        item.put("name", Map.of("en", english, "uk", ukrainian));
        item.put(
                "basis",
                Map.of(
                        "en", "Criminal Procedure Code of Ukraine, art. 212: medical help without delay",
                        "uk", "КПК України, ст. 212: невідкладна медична допомога"));
        item.put("policy", rule + "@1");
        item.put("subject", subject);
        item.put("office", "live-lviv-0");
        item.put("officeName", Map.of("en", "Custody unit 3, Lviv", "uk", "Підрозділ тримання № 3, Львів"));
        item.put("timeZone", "Europe/Kyiv");
        item.put("state", state);
        item.put("due", Instant.now().plusSeconds(secondsLeft).toString());
        item.put("secondsLeft", secondsLeft);
        item.put("closedAt", null);
        return item;
    }

    private static String now() {
        return Instant.now().toString();
    }

    private void send(OutputStream out, String event, Object body) throws IOException {
        String frame = "event: " + event + "\ndata: " + json.writeValueAsString(body) + "\n\n";
        out.write(frame.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
