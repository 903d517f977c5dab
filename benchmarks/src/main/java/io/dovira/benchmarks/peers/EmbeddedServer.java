package io.dovira.benchmarks.peers;

import io.dovira.embedded.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Our embedded server as {@code ./run} starts it: durable, with half a gigabyte of heap. */
record EmbeddedServer(Process running, String address) implements Server {

    private static final String READY = "ready at ";

    static EmbeddedServer start(Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        Java.COMMAND,
                        "-Xmx512m",
                        // As ./run does: what has run out of memory is not to be trusted any more.
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        Java.CLASS_PATH,
                        Main.class.getName(),
                        "--port",
                        "0",
                        "--data",
                        directory.resolve("data").toString())
                .redirectError(directory.resolve("server.log").toFile())
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            int at = line.indexOf(READY);
            if (at >= 0) {
                String address = line.substring(at + READY.length(), line.indexOf(',', at));
                return new EmbeddedServer(process, address);
            }
        }
        throw new IOException("the embedded server ended before it was ready");
    }

    @Override
    public long process() {
        return running.pid();
    }

    @Override
    public void close() {
        running.destroy();
        running.onExit().join();
    }
}
