package io.dovira.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server in a process of its own, so that it does not share its heap and its compiler with the clients. */
record MeasuredServer(String name, Process process, MongoClient client) implements AutoCloseable {

    /** Starts a main class of this class path that prints {@code ... ready at <uri>, ...}. */
    static MeasuredServer start(String name, String heap, String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Dlogback.configurationFile=embedded-mongo-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            int at = line.indexOf("ready at ");
            if (at >= 0) {
                String uri = line.substring(at + "ready at ".length(), line.indexOf(',', at));
                return new MeasuredServer(name, process, MongoClients.create(uri));
            }
        }
        throw new IOException(name + " did not start");
    }

    /** Processor time so far; unlike the clock it does not count what else the machine does. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
    }
}
