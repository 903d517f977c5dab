package io.dovira.benchmarks;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * The query service on a log that is there already. How far its projections are is read from its database, as another service would.
 *
 * @param address of its interface
 */
public record QueryServiceProcess(Process process, URI address) implements AutoCloseable {

    private static final String VIEWS = "dovira_views";
    private static final Pattern POSITION = Pattern.compile("\\d+");
    private static final URI NOBODY = URI.create("http://localhost:1");

    /**
     * One that knows nobody who may ask it.
     *
     * @param data for what it keeps and for its output
     */
    public static QueryServiceProcess start(Path jar, String uri, Path data, List<String> jvm) throws IOException {
        return start(jar, uri, data, jvm, NOBODY);
    }

    /** @param commands address of the command service whose tokens it takes */
    static QueryServiceProcess start(Path jar, String uri, Path data, List<String> jvm, URI commands)
            throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port, "--dovira.mongodb.uri=" + uri));
        command.addAll(List.of("--dovira.data=" + data, "--dovira.command-url=" + commands));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("query.log").toFile())
                .start();
        return new QueryServiceProcess(process, URI.create("http://localhost:" + port));
    }

    /** The position of each projection that has begun, by its versioned name. */
    public static Map<String, Long> positions(MongoClient client) {
        Map<String, Long> positions = new TreeMap<>();
        for (Document token : client.getDatabase(VIEWS).getCollection("tokens").find()) {
            Matcher number = POSITION.matcher(String.valueOf(token.getString("token")));
            long position = number.find() ? Long.parseLong(number.group()) : 0;
            if (position > 0) {
                positions.put(token.getString("processorName"), position);
            }
        }
        return positions;
    }

    /** Lets the projections begin again. */
    public static void forget(MongoClient client) {
        client.getDatabase(VIEWS).drop();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
