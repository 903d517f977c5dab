package io.dovira.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;

/** {@code ./run} on ports and a directory of its own, with the jars of this build. Closing it stops all of it. */
final class Installation implements AutoCloseable {
    static final List<String> SERVICES = List.of("embedded-mongo", "command-service", "query-service");

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path data;
    private final Map<String, String> environment = new HashMap<>();
    private final URI command;
    private final URI query;
    private final Set<ProcessHandle> seen = new HashSet<>();
    private final Process run;

    Installation(Path data) {
        this.data = data;
        List<Integer> ports = Ports.free(3);
        command = URI.create("http://localhost:" + ports.get(1));
        query = URI.create("http://localhost:" + ports.get(2));
        environment.put("DOVIRA_DATA", data.resolve("data").toString());
        environment.put("DOVIRA_DEMO", "off");
        // What stands in the log is what was answered, and nothing that a service records by itself.
        environment.put("DOVIRA_POLICIES_BUILTIN", "none");
        environment.put("DOVIRA_MONGO_PORT", String.valueOf(ports.get(0)));
        environment.put("DOVIRA_COMMAND_PORT", String.valueOf(ports.get(1)));
        environment.put("DOVIRA_QUERY_PORT", String.valueOf(ports.get(2)));
        // The follower is to see whatever is recorded.
        environment.put("DOVIRA_IDENTITY_EVENTS_INTEGRATOR", "*");
        // Each JVM lives for seconds: the first-tier JIT takes less of the processor.
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        run = start("--no-build");
        awaitLine("Ctrl-C stops everything.");
    }

    URI command() {
        return command;
    }

    URI query() {
        return query;
    }

    /** A client with a role, as {@code ./run token} gives it to scripts. */
    Client client(URI service, String role) {
        return new Client(service, token(role));
    }

    /** What a follower of the event stream needs to know of this installation. */
    Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(environment);
        all.put("DOVIRA_URL", query.toString());
        all.put("DOVIRA_TOKEN_COMMAND", "'" + Repository.file("run") + "' token integrator");
        return all;
    }

    private String token(String role) {
        try {
            Process token = builder("token", role)
                    .redirectError(data.resolve("token.err").toFile())
                    .start();
            String text = new String(token.getInputStream().readAllBytes(), UTF_8);
            assertThat(token.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(token.exitValue())
                    .as(Files.readString(data.resolve("token.err")))
                    .isZero();
            return text.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The living process behind a service, by the file in which {@code ./run} notes it. */
    Optional<ProcessHandle> process(String service) {
        Path file = data.resolve("data/run/" + service + ".pid");
        try {
            // Empty for a moment while it is written anew.
            String pid = Files.exists(file) ? Files.readString(file).strip() : "";
            Optional<ProcessHandle> process = pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
            process.ifPresent(seen::add);
            return process.filter(ProcessHandle::isAlive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}: the process gets no chance to finish anything. Returns when {@code ./run} has another one running and all is well. */
    void kill(String service) {
        ProcessHandle process = process(service).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().join();
        soon().until(() -> process(service).isPresent() && Client.healthy(command) && Client.healthy(query));
    }

    /** As Ctrl-C or {@code kill}: returns the exit code of {@code ./run}. */
    int stop() {
        SERVICES.forEach(this::process);
        run.destroy();
        try {
            assertThat(run.waitFor(60, TimeUnit.SECONDS)).as(output()).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return run.exitValue();
    }

    /** Processes that were ever seen at work here and still are. */
    List<ProcessHandle> leftOver() {
        return seen.stream().filter(ProcessHandle::isAlive).toList();
    }

    /** All that {@code ./run} said. */
    String output() {
        try {
            return Files.readString(data.resolve("run.out"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitLine(String line) {
        soon().until(() -> {
            assertThat(run.isAlive()).as(output()).isTrue();
            return output().contains(line);
        });
    }

    static ConditionFactory soon() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100));
    }

    @Override
    public void close() {
        if (run.isAlive()) {
            int code = stop();
            assertThat(code).as(output()).isZero();
        }
        leftOver().forEach(ProcessHandle::destroyForcibly);
    }

    private Process start(String... arguments) {
        try {
            return builder(arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("run.out").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> words = new ArrayList<>(List.of(Repository.file("run").toString()));
        words.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).directory(data.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DOVIRA_"));
        builder.environment().putAll(environment);
        return builder;
    }
}
