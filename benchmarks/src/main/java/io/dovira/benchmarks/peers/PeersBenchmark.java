package io.dovira.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.json.JsonWriterSettings;

/** Measures all contestants one after another and tells what it found: on the terminal, as JSON, and on the page of performance. */
public final class PeersBenchmark {

    private static final Path RESULTS = Path.of("benchmarks", "target", "peers.json");
    private static final Path PAGE = Path.of("docs", "performance.md");

    private PeersBenchmark() {}

    public static void main(String[] args) throws IOException {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        Path logs = Files.createDirectories(RESULTS.resolveSibling("peers-logs").toAbsolutePath());
        Document run =
                options.goOn() && Files.exists(RESULTS) ? Document.parse(Files.readString(RESULTS)) : begin(options);
        Document peers = run.get("peers", Document.class);
        run.put(
                "sizes",
                Stream.concat(run.getList("sizes", Integer.class).stream(), options.sizes().stream())
                        .sorted()
                        .distinct()
                        .toList());
        Leftovers.goWithThisProcess();
        for (Peer peer : options.peers()) {
            Document measured = peers.get(peer.id(), new Document());
            peers.put(peer.id(), measured);
            Measuring.of(peer, options, logs, measured, () -> {
                run.put("ended", Instant.now().toString());
                Files.writeString(
                        RESULTS,
                        run.toJson(JsonWriterSettings.builder().indent(true).build()));
            });
        }
        Report report = new Report(run);
        String text = report.text();
        System.out.println(text);
        if (options.page()) {
            Section.write(PAGE, text);
        }
    }

    private static Document begin(Options options) {
        Versions versions = new Versions(Java.CLASS_PATH, options.occurrent());
        Document configurations = new Document();
        for (Peer peer : Peer.values()) {
            configurations.append(peer.id(), peer.configuration(versions));
        }
        return new Document("started", Instant.now().toString())
                .append("processors", Machine.processors())
                .append("memory", Machine.memory())
                .append("java", Machine.java())
                .append("database", options.mongodb() == null ? "the embedded server" : "a given MongoDB")
                .append("sizes", options.sizes())
                .append("secondsEach", options.each().toMillis() / 1_000.0)
                .append("rounds", options.rounds())
                .append("configurations", configurations)
                .append("peers", new Document());
    }
}
