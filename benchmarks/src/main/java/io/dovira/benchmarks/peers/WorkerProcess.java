package io.dovira.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.Document;

/** The process of a contestant, as the orchestrator sees it: a question, an answer. */
final class WorkerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final BufferedReader answers;
    private final Writer commands;
    private final Path log;

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    static WorkerProcess start(Peer peer, Server server, Options options, Path log) throws IOException {
        boolean occurrent = peer == Peer.OCCURRENT;
        Process process = new ProcessBuilder(
                        Java.COMMAND,
                        "-Xmx3g",
                        "-Daxoniq.update-checker.disabled=true",
                        "-Ddisable-axoniq-console-message=true",
                        "-cp",
                        occurrent
                                ? options.occurrent()
                                : Java.path(
                                        Java.CLASS_PATH,
                                        options.queryService().toString(),
                                        options.queryService()
                                                        .resolveSibling("lib")
                                                        .toString() + "/*"),
                        occurrent ? "io.dovira.benchmarks.occurrent.OccurrentWorker" : PeerWorker.class.getName(),
                        peer.id(),
                        server.address(),
                        Long.toString(server.process()))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new WorkerProcess(process, log);
    }

    /**
     * The answer.
     *
     * @param expected how long the work should take; it is given a minute more
     * @throws Refused if the contestant says that it can not
     * @throws IOException if the process ended or does not answer
     */
    Document ask(Duration expected, String command) throws IOException, Refused {
        commands.write(command + "\n");
        commands.flush();
        String line;
        try {
            line = CompletableFuture.supplyAsync(this::readLine)
                    .get(expected.plus(PATIENCE).toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    "no answer to '" + command + "' within "
                            + expected.plus(PATIENCE).toSeconds() + " s",
                    e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (line.isEmpty()) {
            throw new IOException("the process ended at '" + command + "', see " + log);
        }
        Document answer = Document.parse(line);
        String reason = answer.getString("error");
        if (reason != null) {
            throw new Refused(reason);
        }
        return answer;
    }

    private String readLine() {
        try {
            String line = answers.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            commands.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What a contestant can not do, in its own words. */
    static final class Refused extends Exception {
        Refused(String reason) {
            super(reason);
        }
    }
}
