package io.dovira.benchmarks.peers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, and for how long.
 *
 * @param sizes how many events are in the store before each series of measurements, ascending
 * @param each how long each figure of appends is measured
 * @param rounds how often; the median counts
 * @param most how long a load or a reading may take before it is ended and its rate is told
 * @param follow how long commit-to-handler is measured
 * @param mongodb a server to use instead of the embedded one
 * @param goOn keep what an interrupted run has measured
 * @param page whether the page is written
 * @param occurrent class path of Occurrent, empty if it could not be built
 * @param queryService the unpacked jar of query-service
 */
record Options(
        List<Peer> peers,
        List<Integer> sizes,
        Duration each,
        int rounds,
        Duration most,
        Duration follow,
        @Nullable String mongodb,
        boolean goOn,
        boolean page,
        String occurrent,
        Path queryService) {

    static final List<Integer> IN_FLIGHT = List.of(1, 16, 64, 256);

    static final String USAGE = """
            benchmarks/peers [--short] [OPTION VALUE]...

              --short            20,000 events, one round, nothing is written into docs/performance.md: about 4 minutes
              --sizes N,N        events in the store when it is measured (100000,1000000)
              --only NAME,NAME   some contestants: dovira dovira-axon axon-mongo-event axon-mongo-commit occurrent axon-jdbc raw raw-plain
              --seconds S        for each figure of appends (2)
              --rounds R         the median of R counts (3)
              --most S           seconds after which a load or a reading is ended and its rate is told (45)
              --follow S         seconds for which commit-to-handler is measured (10)
              --mongodb URI      this MongoDB instead of the embedded server; uses the databases dovira_log, dovira_views, axon, occurrent
                                 and raw_compared, and DROPS them
              --continue         keep what is in benchmarks/target/peers.json and measure the contestants and sizes that it lacks
              --no-page          do not write into docs/performance.md
            """;

    static Options parse(String[] args) {
        boolean brief = Arrays.asList(args).contains("--short");
        List<Peer> peers = List.of(Peer.values());
        List<Integer> sizes = brief ? List.of(20_000) : List.of(100_000, 1_000_000);
        Duration each = Duration.ofMillis(brief ? 1_500 : 2_000);
        int rounds = brief ? 1 : 3;
        Duration most = Duration.ofSeconds(brief ? 6 : 45);
        Duration follow = Duration.ofSeconds(brief ? 5 : 10);
        @Nullable String mongodb = null;
        boolean goOn = false;
        boolean page = !brief;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--short" -> {}
                case "--help" -> throw new IllegalArgumentException("Measures the log beside other event stores.");
                case "--continue" -> goOn = true;
                case "--no-page" -> page = false;
                case "--sizes" ->
                    sizes = Arrays.stream(value(args, ++i).split(","))
                            .map(Integer::valueOf)
                            .sorted()
                            .toList();
                case "--only" ->
                    peers = Arrays.stream(value(args, ++i).split(","))
                            .map(Peer::named)
                            .sorted()
                            .toList();
                case "--seconds" -> each = seconds(value(args, ++i));
                case "--rounds" -> rounds = Integer.parseInt(value(args, ++i));
                case "--most" -> most = seconds(value(args, ++i));
                case "--follow" -> follow = seconds(value(args, ++i));
                case "--mongodb" -> mongodb = value(args, ++i);
                default -> throw new IllegalArgumentException("what is '" + args[i] + "'?");
            }
        }
        return new Options(
                peers,
                sizes,
                each,
                rounds,
                most,
                follow,
                mongodb,
                goOn,
                page,
                System.getProperty("peers.occurrent", ""),
                Path.of(Objects.requireNonNull(System.getProperty("peers.query-service"), "peers.query-service")));
    }

    private static String value(String[] args, int at) {
        if (at >= args.length) {
            throw new IllegalArgumentException(args[at - 1] + " needs a value");
        }
        return args[at];
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1_000));
    }
}
