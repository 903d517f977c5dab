package io.dovira.eventstore.mongo;

import io.dovira.embedded.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The embedded server as a process of its own, on disk, to be killed and started again on the same port. */
public final class ServerProcess implements AutoCloseable {

    private final Path data;
    private final int port;
    private Process process;

    public ServerProcess(Path data) throws IOException {
        this.data = data;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        this.process = launch();
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public void startAgain() throws IOException {
        process = launch();
    }

    private Process launch() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process started = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.contains("ready at")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the server ended before it was ready");
        }
        return started;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
