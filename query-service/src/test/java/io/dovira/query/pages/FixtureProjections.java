package io.dovira.query.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Three projections as the endpoint tells of them: one live, one behind, one that cannot take a fact until it is tried again. */
@TestComponent
@RestController
final class FixtureProjections {

    private boolean mended;

    @GetMapping("/api/v1/projections")
    List<Map<String, @Nullable Object>> all() {
        return List.of(
                projection("interactions", 812_334, "LIVE", mended ? 0 : 2, null),
                projection("live", 812_334, "LIVE", 0, null),
                projection("metrics", 402_118, "CATCHING_UP", 0, null));
    }

    @GetMapping("/api/v1/projections/{name}/dead-letters")
    List<Map<String, @Nullable Object>> letters(@PathVariable String name) {
        return List.of(
                letter(name, 812_101, "visit.service-started", "visit v-7 has not arrived"),
                letter(name, 812_140, "visit.service-finished", null));
    }

    @PostMapping("/api/v1/projections/{name}/dead-letters/retry")
    Map<String, Object> retry(@PathVariable String name) {
        mended = true;
        return Map.of("taken", 2, "left", 0);
    }

    private static Map<String, @Nullable Object> projection(
            String name, long position, String state, int letters, @Nullable String problem) {
        Map<String, @Nullable Object> projection = new LinkedHashMap<>();
        projection.put("name", name);
        projection.put("version", 1);
        projection.put("position", position);
        projection.put("head", 812_334);
        projection.put("lag", 812_334 - position);
        projection.put("eventsPerSecond", state.equals("LIVE") ? 31.4 : 18_204.7);
        projection.put("state", state);
        projection.put("deadLetters", letters);
        projection.put("problem", problem);
        return projection;
    }

    private static Map<String, @Nullable Object> letter(
            String name, long position, String type, @Nullable String cause) {
        Map<String, @Nullable Object> letter = new LinkedHashMap<>();
        letter.put("position", position);
        letter.put("eventId", name + "-" + position);
        letter.put("type", type);
        letter.put("sequence", "visit-v-7");
        letter.put("cause", cause);
        letter.put("enqueuedAt", FixtureOffices.ago(4000));
        letter.put("lastTriedAt", FixtureOffices.ago(600));
        return letter;
    }
}
