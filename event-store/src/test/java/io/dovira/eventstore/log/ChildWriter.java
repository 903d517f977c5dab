package io.dovira.eventstore.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A {@link WriterProcess}, and what it has told. */
final class ChildWriter implements AutoCloseable {

    private final Process process;
    private final Thread listening;
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile @Nullable String inFlight;

    private ChildWriter(Process process) {
        this.process = process;
        this.listening = Thread.ofVirtual().start(this::listen);
    }

    static ChildWriter start(String uri, String database, String name) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ChildWriter(new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProcess.class.getName(),
                        uri,
                        database,
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                heard(line);
                line = lines.readLine();
            }
        } catch (IOException e) {
            // It was killed while it spoke: what was not a whole line was not said.
        }
    }

    private void heard(String line) {
        List<String> words = List.of(line.split(" ", -1));
        switch (words.getFirst()) {
            case "send" -> inFlight = line;
            case "ok" -> acknowledged.put(words.get(1), Long.parseLong(words.get(2)));
            case "lost" -> lost.incrementAndGet();
            default -> throw new IllegalStateException("the writer said: " + line);
        }
    }

    /** First positions by append id. */
    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    int lost() {
        return lost.get();
    }

    /** SIGKILL, and then everything it has said is heard. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the writer does not die");
        }
        listening.join();
    }

    /** The append that it had announced last, to be repeated. */
    List<NewEvent> lastAnnounced() {
        String line = inFlight;
        if (line == null) {
            throw new IllegalStateException("it never began");
        }
        List<String> words = List.of(line.split(" ", -1));
        return WriterProcess.events(
                words.get(1), words.get(2), Long.parseLong(words.get(3)), words.get(4), Long.parseLong(words.get(5)));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
