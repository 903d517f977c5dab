package io.dovira.system.fire;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A process that is started again whenever it ends, as a good supervisor does, until this is closed. */
final class Daemon implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final String name;
    private final ProcessBuilder builder;
    private final AtomicInteger starts = new AtomicInteger();
    private volatile @Nullable Process process;
    private volatile @Nullable CompletableFuture<Void> nextStart;
    private volatile boolean closed;

    Daemon(String name, Path directory, Map<String, String> environment, List<String> command) {
        this.name = name;
        builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("DOVIRA_"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve(name + ".out").toFile()));
    }

    synchronized void start() {
        if (closed) {
            return;
        }
        try {
            Process started = builder.start();
            process = started;
            starts.incrementAndGet();
            var later = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            nextStart = started.onExit().thenRunAsync(this::start, later);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often it was started. */
    int starts() {
        return starts.get();
    }

    long pid() {
        return running().pid();
    }

    private Process running() {
        await().atMost(PATIENCE).until(() -> {
            CompletableFuture<Void> next = nextStart;
            if (next != null && next.isCompletedExceptionally()) {
                next.join();
            }
            Process now = process;
            return now != null && now.isAlive();
        });
        return Objects.requireNonNull(process);
    }

    /** As {@code kill -9}. It is started again. */
    void kill() {
        Process victim = running();
        victim.destroyForcibly();
        victim.onExit().join();
    }

    /** As {@code kill}. It is started again. */
    void restart() {
        Process old = running();
        old.destroy();
        if (!ended(old)) {
            throw new AssertionError(name + " does not stop when it is asked to");
        }
    }

    /** It does not run any more until {@link #resume}. */
    void pause() {
        signal(pid(), "STOP");
    }

    void resume() {
        signal(pid(), "CONT");
    }

    private static void signal(long pid, String signal) {
        Shell.run("kill -" + signal + " " + pid);
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end();
    }

    /** For good. */
    void end() {
        Process last;
        synchronized (this) {
            closed = true;
            last = process;
        }
        if (last != null) {
            last.destroyForcibly();
            ended(last);
        }
    }
}
