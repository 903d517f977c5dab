package io.dovira.benchmarks;

import io.dovira.benchmarks.VisitTraffic.Sent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How long after its commit does a fact reach the board? In forty offices visitors arrive over HTTP (two facts each) and five seconds later
 * leave again (one fact), fifty facts per second in all; a reader of the board's stream notes when the first frame comes that is complete to the fact's position. Two figures: from the moment at which the sender
 * knew of the commit, and from the moment at which it sent the command, which is an upper limit.
 */
public final class BoardBenchmark {

    private static final int OFFICES = 40;
    private static final int FACTS_PER_SECOND = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private final VisitTraffic traffic;
    private final ServiceApi queries;
    private final BoardReader reader;

    private BoardBenchmark(VisitTraffic traffic, ServiceApi queries, BoardReader reader) {
        this.traffic = traffic;
        this.queries = queries;
        this.reader = reader;
    }

    /**
     * Arguments: addresses of the command service and the query service, the token of an administrator, readers, seconds to measure; to measure
     * beside rebuilds too: the connection string of the database, days of history to append to the log.
     */
    public static void main(String[] arguments) throws Exception {
        String token = arguments[2];
        ServiceApi queries = new ServiceApi(URI.create(arguments[1]), token);
        BoardBenchmark benchmark = new BoardBenchmark(
                new VisitTraffic(new ServiceApi(URI.create(arguments[0]), token), OFFICES, FACTS_PER_SECOND),
                queries,
                BoardReader.measuring(queries));
        int readers = Integer.parseInt(arguments[3]);
        Duration measured = Duration.ofSeconds(Integer.parseInt(arguments[4]));
        if (arguments.length < 7) {
            benchmark.begin(readers);
            benchmark.measure(measured, List.of());
            return;
        }
        FilledLog.fill(arguments[5], Integer.parseInt(arguments[6]), queries);
        benchmark.begin(readers);
        benchmark.measure(measured, List.of());
        benchmark.measure(measured, List.of("metrics"));
        benchmark.measure(measured, List.of("metrics", "live"));
    }

    private void begin(int readers) throws Exception {
        traffic.open();
        for (int i = 1; i < readers; i++) {
            BoardReader.other(queries);
        }
        traffic.run(WARM_UP);
        System.out.printf(
                Locale.ROOT, "%d facts per second in %d offices, %d readers%n", FACTS_PER_SECOND, OFFICES, readers);
    }

    /** @param rebuilt projections that are rebuilt all the while, each again as soon as it is through */
    private void measure(Duration howLong, List<String> rebuilt) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService rebuilds = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Rebuild>>> running = rebuilt.stream()
                    .map(projection -> rebuilds.submit(() -> rebuildAgainAndAgain(projection, enough)))
                    .toList();
            List<Sent> sent;
            try {
                sent = traffic.run(howLong);
            } finally {
                enough.set(true);
            }
            reader.await(sent);
            tell(sent, rebuilt.isEmpty() ? "" : ", rebuilt all the while: " + String.join(" and ", rebuilt));
            for (Future<List<Rebuild>> each : running) {
                each.get().forEach(rebuild -> System.out.println("  " + rebuild));
            }
        }
    }

    private List<Rebuild> rebuildAgainAndAgain(String projection, AtomicBoolean enough) {
        List<Rebuild> done = new ArrayList<>();
        while (!enough.get()) {
            done.add(Rebuild.run(queries, projection, enough::get));
        }
        return done;
    }

    private void tell(List<Sent> sent, String beside) {
        double[] sinceAnswer = new double[sent.size()];
        double[] sinceSent = new double[sent.size()];
        for (int i = 0; i < sinceSent.length; i++) {
            Sent one = sent.get(i);
            long shown = reader.shownAt(one.position());
            sinceAnswer[i] = (shown - one.answeredAt()) / 1e6;
            sinceSent[i] = (shown - one.sentAt()) / 1e6;
        }
        System.out.printf(Locale.ROOT, "%d commands%s%n", sent.size(), beside);
        Delays.tell("commit known to sender -> board", sinceAnswer);
        Delays.tell("command sent -> board", sinceSent);
    }
}
