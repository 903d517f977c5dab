package io.dovira.embedded;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server as a process of its own, on this test's class path. */
final class ServerProcess implements AutoCloseable {

    private static final String READY = "embedded-mongo ready at ";

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private ServerProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Runs main with these arguments; standard error is joined with standard output. */
    static ServerProcess run(String... arguments) throws IOException {
        return run(List.of(), arguments);
    }

    private static ServerProcess run(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        Stream.of(arguments).forEach(command::add);
        return new ServerProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    static ServerProcess on(Path data) throws IOException {
        return run("--port", "0", "--data", data.toString());
    }

    /** @param journal after how many bytes in the journal the store is committed */
    static ServerProcess on(Path data, long journal) throws IOException {
        return run(List.of("-Ddovira.embedded.journal-bytes=" + journal), "--port", "0", "--data", data.toString());
    }

    /** Waits for the line that says it is ready and gives the address in it. */
    String uri() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(READY)) {
                return line.substring(READY.length(), line.indexOf(','));
            }
        }
        throw new IOException("the server did not start: " + lines);
    }

    MongoClient client() throws IOException {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .retryWrites(false)
                .retryReads(false)
                .build());
    }

    /** SIGKILL: no shutdown hook, no flush. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, by the handle: the process's own method would close the output that is still to be read. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** The exit code, once the process has ended, and all it said. */
    int exitCode() throws IOException, InterruptedException {
        output.lines().forEach(lines::add);
        return process.waitFor();
    }

    String said() {
        return String.join("\n", lines);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
