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
    private boolean rebuilding;

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

    @GetMapping("/api/v1/projections/{name}/builds")
    Map<String, @Nullable Object> builds(@PathVariable String name) {
        Map<String, @Nullable Object> builds = new LinkedHashMap<>();
        builds.put("asked", name.equals("metrics") ? Map.of("by", "petro", "at", FixtureOffices.ago(60)) : null);
        builds.put("comparison", name.equals("metrics") ? COMPARISON : null);
        builds.put("goingBack", false);
        builds.put("deeds", name.equals("live") ? List.of(deed("SWITCHED"), deed("ASKED")) : List.of());
        return builds;
    }

    @PostMapping("/api/v1/projections/{name}/rebuild")
    Map<String, Object> rebuild(@PathVariable String name) {
        rebuilding = true;
        return Map.of();
    }

    private static final Map<String, Object> COMPARISON = Map.of(
            "outcome", "DIFFERENT",
            "position", 812_334,
            "documents", 31_412,
            "changed", 1,
            "onlyShown", 1,
            "onlyNew", 0,
            "newer", 0,
            "first",
                    List.of(
                            Map.of("kind", "cells", "key", "lviv/2026-11-23/advice/IN_PERSON/LIVE", "what", "CHANGED"),
                            Map.of("kind", "visits", "key", "v-77", "what", "ONLY_SHOWN")));

    private static Map<String, @Nullable Object> deed(String what) {
        Map<String, @Nullable Object> deed = new LinkedHashMap<>();
        deed.put("what", what);
        deed.put("build", "live_v5b2");
        deed.put("by", "system");
        deed.put("at", FixtureOffices.ago(what.equals("ASKED") ? 7200 : 7100));
        deed.put("position", 700_112);
        deed.put("comparison", null);
        return deed;
    }

    private static Map<String, @Nullable Object> progress(String build, String phase, int position) {
        Map<String, @Nullable Object> progress = new LinkedHashMap<>();
        progress.put("build", build);
        progress.put("phase", phase);
        progress.put("position", position);
        progress.put("percent", 100.0 * position / 812_334);
        progress.put("eventsPerSecond", phase.equals("HELD") ? 0 : 31_870.2);
        progress.put("secondsLeft", phase.equals("HELD") ? 0 : 19);
        progress.put("deadLetters", 0);
        progress.put("state", "CATCHING_UP");
        progress.put("problem", null);
        return progress;
    }

    private Map<String, @Nullable Object> projection(
            String name, long position, String state, int letters, @Nullable String problem) {
        Map<String, @Nullable Object> projection = new LinkedHashMap<>();
        projection.put("name", name);
        projection.put("version", name.equals("live") ? 5 : 1);
        projection.put("position", position);
        projection.put("head", 812_334);
        projection.put("lag", 812_334 - position);
        projection.put("eventsPerSecond", state.equals("LIVE") ? 31.4 : 18_204.7);
        projection.put("state", state);
        projection.put("deadLetters", letters);
        projection.put("problem", problem);
        projection.put("build", name.equals("live") ? "live_v5b2" : name + "_v1");
        projection.put("kept", name.equals("live") ? "live_v5" : null);
        projection.put(
                "rebuild",
                name.equals("metrics")
                        ? progress("metrics_v1b2", "HELD", 812_334)
                        : name.equals("interactions") && rebuilding
                                ? progress("interactions_v1b2", "FILLING", 203_111)
                                : null);
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
