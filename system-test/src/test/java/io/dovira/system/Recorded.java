package io.dovira.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.system.Client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * All that the log holds, as it hands it out, and what follows from it for one office: told here a second time, from the words of the
 * documentation, so that the service's own fold is not its own judge.
 */
public record Recorded(List<JsonNode> events) {
    public static final String ARRIVED = "io.dovira.visit.visitor-arrived.v1";
    public static final String TICKET = "io.dovira.visit.ticket-issued.v1";
    public static final String CALLED = "io.dovira.visit.visitor-called.v1";
    public static final String STARTED = "io.dovira.visit.service-started.v1";
    public static final String FINISHED = "io.dovira.visit.service-finished.v1";
    public static final String ABANDONED = "io.dovira.visit.visitor-abandoned.v1";

    /** From the first position to the head. */
    public static Recorded all(Client auditor) {
        List<JsonNode> events = new ArrayList<>();
        long position = 0;
        long head = 1;
        while (position < head) {
            Reply page = auditor.get("/api/v1/events?limit=1000&after=" + position);
            assertThat(page.status()).as(page.response().body()).isEqualTo(200);
            page.json().forEach(events::add);
            long next = page.header("Dovira-Position");
            assertThat(next).as("a page moves on").isGreaterThan(position);
            position = next;
            head = page.header("Dovira-Head");
        }
        return new Recorded(events);
    }

    public List<String> ids() {
        return events.stream().map(event -> event.get("id").asString()).toList();
    }

    public List<Long> positions() {
        return events.stream()
                .map(event -> Long.valueOf(event.get("sequence").asString()))
                .toList();
    }

    public long count(String office, String type) {
        return of(office, type).size();
    }

    /** From the ticket to the call. */
    public List<Duration> waits(String office) {
        Map<String, Instant> queued = new HashMap<>();
        of(office, TICKET).forEach(event -> queued.put(subject(event), time(event)));
        return of(office, CALLED).stream()
                .map(event -> {
                    Instant since = queued.get(subject(event));
                    assertThat(since).as("queued before called: %s", event).isNotNull();
                    return Duration.between(since, time(event));
                })
                .toList();
    }

    /** The types of the events of each visit of the office, in order. */
    public List<List<String>> stories(String office) {
        Map<String, List<String>> stories = new HashMap<>();
        of(office, event -> subject(event).startsWith("visit-"))
                .forEach(event -> stories.computeIfAbsent(subject(event), any -> new ArrayList<>())
                        .add(event.get("type").asString()));
        return List.copyOf(stories.values());
    }

    private List<JsonNode> of(String office, String type) {
        return of(office, event -> event.get("type").asString().equals(type));
    }

    private List<JsonNode> of(String office, Predicate<JsonNode> which) {
        return events.stream()
                .filter(event -> event.path("office").asString("").equals(office))
                .filter(which)
                .toList();
    }

    private static String subject(JsonNode event) {
        return event.get("subject").asString();
    }

    private static Instant time(JsonNode event) {
        return Instant.parse(event.get("time").asString());
    }
}
