package io.dovira.query.streams;

import static io.dovira.query.streams.SampleEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dovira.eventstore.log.NewEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code docs/api/follow-events.sh} as an integrator would. */
class FollowEventsIT {
    private static final Path SCRIPT = Path.of("../docs/api/follow-events.sh");

    private final StreamsService service = new StreamsService("dovira.streams.heartbeat=300ms");
    private final List<Process> started = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path directory;

    @AfterEach
    void stop() {
        started.forEach(FollowEventsIT::killWithChildren);
        service.close();
    }

    @Test
    void missesNothingWhenEitherSideIsKilled() throws Exception {
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> append(400));
        Process first = follow();
        soon().until(() -> lines().size() >= 100);
        kill(first);
        writing.join();

        follow();
        soon().until(() -> lines().size() >= 500);
        service.stop();
        append(100);
        service.start();

        soon().until(() -> positions(lines()).size() == 1_000);
        append(50);
        soon().until(() -> positions(lines()).size() == 1_100);

        List<String> lines = lines();
        assertThat(positions(lines))
                .isEqualTo(LongStream.rangeClosed(1, 1_100).boxed().collect(Collectors.toSet()));
        Set<String> ids = new HashSet<>();
        List<String> without = lines.stream()
                .filter(line -> ids.add(json(line).get("id").asString()))
                .toList();
        assertThat(without).hasSize(1_100);
    }

    private void append(int appends) {
        for (int i = 0; i < appends; i++) {
            List<NewEvent> two = List.of(event("visit.visitor-arrived"), event("visit.ticket-issued"));
            service.log().append(two);
        }
    }

    private Process follow() throws IOException {
        ProcessBuilder script = new ProcessBuilder(
                "sh", SCRIPT.toString(), directory.resolve("position").toString());
        script.environment().put("DOVIRA_URL", service.uri("").toString());
        script.redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("events").toFile()));
        script.redirectError(
                ProcessBuilder.Redirect.appendTo(directory.resolve("errors").toFile()));
        Process process = script.start();
        started.add(process);
        return process;
    }

    /** As kill -9: the script gets no chance to note where it was. Its curl is left behind, as after any kill. */
    private static void kill(Process script) throws InterruptedException {
        script.destroyForcibly().waitFor();
    }

    private static void killWithChildren(Process script) {
        script.descendants().forEach(ProcessHandle::destroyForcibly);
        script.destroyForcibly();
    }

    /** Whole lines only: the last one may be on its way. */
    private List<String> lines() throws IOException {
        Path events = directory.resolve("events");
        if (!Files.exists(events)) {
            return List.of();
        }
        String text = Files.readString(events);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static Set<Long> positions(List<String> lines) {
        return lines.stream()
                .map(line -> Long.valueOf(json(line).get("sequence").asString()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
