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
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints of the live boards and of the metrics, staged. {@code POST /fixture?...} sets the stage. */
@TestComponent
@RestController
final class FixtureEndpoints {
    private final JsonMapper json = JsonMapper.shared();
    private FixtureOffices offices = new FixtureOffices(42, 40);
    private volatile boolean silent;
    private volatile int perFrame = 3;
    private volatile long frameMs = 700;
    private volatile String past = "";

    @PostMapping("/fixture")
    synchronized void stage(
            @RequestParam(defaultValue = "40") int count,
            @RequestParam(defaultValue = "3") int change,
            @RequestParam(defaultValue = "700") long every,
            @RequestParam(defaultValue = "false") boolean quiet,
            @RequestParam(defaultValue = "") String past) {
        if (count != offices.all().size()) {
            offices = new FixtureOffices(42, count);
        }
        perFrame = change;
        frameMs = every;
        silent = quiet;
        this.past = past;
    }

    /** Offices as they are told; while their past is told, as they were weeks ago, told some seconds ago. */
    private List<Map<String, @Nullable Object>> told(List<Map<String, @Nullable Object>> changed) {
        return changed.stream()
                .map(office -> {
                    Map<String, @Nullable Object> told = new LinkedHashMap<>(office);
                    boolean filling = past.equals("filling");
                    told.put("backfilledAt", filling ? FixtureOffices.ago(20) : null);
                    if (filling && office.get("oldestQueuedAt") != null) {
                        told.put("oldestQueuedAt", "2026-11-03T08:05:00Z");
                        told.put("nextDue", Map.of("queuedAt", "2026-11-03T08:05:00Z", "targetSeconds", 900));
                    }
                    if (filling) {
                        told.put("lastFactAt", "2026-11-03T08:20:00Z");
                    }
                    return told;
                })
                .toList();
    }

    @GetMapping("/api/v1/live")
    synchronized Map<String, @Nullable Object> live() {
        Map<String, @Nullable Object> message = message();
        message.put("offices", told(offices.all()));
        return message;
    }

    @GetMapping("/api/v1/live/stream")
    void stream(@RequestParam(defaultValue = "") String office, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        OutputStream out = response.getOutputStream();
        long beat = System.nanoTime();
        if (!silent) {
            send(out, "snapshot", live());
        }
        while (true) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(frameMs));
            if (silent) {
                out.write(": silence\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                continue;
            }
            List<Map<String, @Nullable Object>> changed;
            Map<String, @Nullable Object> delta;
            synchronized (this) {
                changed = offices.change(perFrame).stream()
                        .filter(tile -> office.isEmpty() || office.equals(tile.get("id")))
                        .toList();
                delta = message();
                delta.put("offices", told(changed));
            }
            if (office.isEmpty() || !changed.isEmpty()) {
                send(out, "delta", delta);
            }
            if (System.nanoTime() - beat > 2_000_000_000L) {
                beat = System.nanoTime();
                Map<String, @Nullable Object> pulse = message();
                pulse.remove("totals");
                send(out, "beat", pulse);
            }
        }
    }

    @GetMapping("/api/v1/live/offices/{id}")
    synchronized Map<String, @Nullable Object> office(@PathVariable String id) {
        Map<String, @Nullable Object> office = offices.find(id);
        if (office == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return FixtureOffice.of(office);
    }

    @GetMapping("/api/v1/metrics")
    synchronized Map<String, @Nullable Object> metrics(
            @RequestParam String measure,
            @RequestParam(defaultValue = "total") String bucket,
            @RequestParam(defaultValue = "") String by) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("definition", Map.of("id", measure + "/1"));
        answer.put("position", offices.position());
        answer.put("rows", bucket.equals("hour") ? offices.hours() : FixtureOffice.totals(measure, by));
        return answer;
    }

    private Map<String, @Nullable Object> message() {
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("position", offices.position());
        message.put("head", offices.position());
        message.put("at", now());
        message.put("completeUntil", past.equals("behind") ? FixtureOffices.ago(120) : now());
        message.put("totals", offices.totals());
        return message;
    }

    private static String now() {
        return Instant.now().toString();
    }

    private void send(OutputStream out, String event, Object body) throws IOException {
        String frame;
        synchronized (this) {
            frame = "event: " + event + "\ndata: " + json.writeValueAsString(body) + "\n\n";
        }
        out.write(frame.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
