package io.dovira.system.fire;

import io.dovira.system.fire.History.Answer;
import io.dovira.system.fire.History.Command;
import io.dovira.system.fire.History.Seen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@link WriterMain} as a process, one after the other, and what they have told. What was not a whole line was not said. */
final class DirectWriter implements AutoCloseable {
    private final String name;
    private final String uri;
    private final Path directory;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final List<Seen> seen = new ArrayList<>();
    private @Nullable Process process;
    private @Nullable Thread listening;
    private int starts;
    private long clock;

    /** @param name no other writer of this log has it */
    DirectWriter(String name, String uri, Path directory) {
        this.name = name;
        this.uri = uri;
        this.directory = directory;
    }

    void start() {
        starts++;
        try {
            Process started = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WriterMain.class.getName(),
                            uri,
                            name + "-" + starts,
                            String.valueOf(lastSeen()))
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("writer.err").toFile()))
                    .start();
            process = started;
            listening = Thread.ofVirtual().start(() -> listen(started));
            tell("clock " + clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized long lastSeen() {
        return seen.isEmpty() ? 0 : seen.getLast().position();
    }

    private void listen(Process started) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            int next = lines.read();
            while (next >= 0) {
                if (next == '\n') {
                    heard(line.toString());
                    line.setLength(0);
                } else {
                    line.append((char) next);
                }
                next = lines.read();
            }
        } catch (IOException e) {
            // It was killed while it spoke.
        }
    }

    private synchronized void heard(String line) {
        List<String> words = List.of(line.split(" ", -1));
        switch (words.getFirst()) {
            case "send" -> commands.put(words.get(1), Command.unanswered(words.get(1), Integer.parseInt(words.get(2))));
            case "ok" -> {
                List<String> ids = List.of(words.get(3).split(",", -1));
                commands.put(
                        words.get(1),
                        Command.answered(words.get(1), ids.size(), new Answer(Long.parseLong(words.get(2)), ids)));
            }
            case "no" ->
                commands.computeIfPresent(
                        words.get(1), (key, sent) -> Command.refused(key, sent.facts(), words.get(2)));
            case "saw" -> seen.add(new Seen(Long.parseLong(words.get(1)), words.get(2)));
            default -> throw new IllegalStateException("the writer said: " + line);
        }
    }

    synchronized long answers() {
        return commands.values().stream()
                .filter(command -> command.answer() != null)
                .count();
    }

    synchronized List<Command> commands() {
        return List.copyOf(commands.values());
    }

    synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    int starts() {
        return starts;
    }

    void setClock(long offsetMillis) {
        clock = offsetMillis;
        tell("clock " + offsetMillis);
    }

    /** As {@code kill -9}; then everything it has said is heard, and the next one is started. */
    void kill() {
        running().destroyForcibly();
        join();
        start();
    }

    void pause() {
        Shell.run("kill -STOP " + running().pid());
    }

    void resume() {
        Shell.run("kill -CONT " + running().pid());
    }

    /** Lets it finish. */
    void stop() {
        tell("stop");
        join();
    }

    private Process running() {
        Process now = process;
        if (now == null || !now.isAlive()) {
            throw new AssertionError("the writer has ended by itself, see " + directory.resolve("writer.err"));
        }
        return now;
    }

    private void tell(String line) {
        try {
            running().getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            running().getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void join() {
        try {
            Process ending = process;
            Thread hearing = listening;
            if (ending != null && !ending.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the writer does not end");
            }
            if (hearing != null) {
                hearing.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Process last = process;
        if (last != null) {
            last.destroyForcibly();
        }
    }
}
