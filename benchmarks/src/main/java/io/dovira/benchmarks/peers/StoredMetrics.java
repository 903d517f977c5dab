package io.dovira.benchmarks.peers;

import com.mongodb.client.MongoClient;
import io.dovira.benchmarks.QueryServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The metrics projection as it is in production: in a query-service of its own process, which runs its other projections at the same time, over
 * our log, into documents in the same database.
 */
final class StoredMetrics {

    private static final String METRICS = "metrics_";
    private static final Duration UNTIL_IT_BEGINS = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    private StoredMetrics() {}

    /** From the first batch that is stored to the position, or to where it is when the time is over; and the same from the start of the process. */
    static Document measure(Server server, Options options, Path directory, long end) throws IOException {
        try (MongoClient client = Mongo.client(server.address())) {
            QueryServiceProcess.forget(client);
            Document measured;
            try (QueryServiceProcess service =
                    QueryServiceProcess.start(options.queryService(), server.address(), directory, List.of("-Xmx1g"))) {
                measured = follow(client, service.process(), options.most(), end);
            }
            QueryServiceProcess.forget(client);
            return measured;
        }
    }

    private static Document follow(MongoClient client, Process service, Duration most, long end) throws IOException {
        long started = System.nanoTime();
        long first = 0;
        long firstAt = 0;
        long last = 0;
        long lastAt = started;
        while (last < end && (first == 0 || System.nanoTime() - firstAt < most.toNanos())) {
            @Nullable Long position = metrics(client);
            if (position != null && position != last) {
                last = position;
                lastAt = System.nanoTime();
                if (first == 0) {
                    first = last;
                    firstAt = lastAt;
                }
            }
            if (first == 0 && (!service.isAlive() || System.nanoTime() - started > UNTIL_IT_BEGINS.toNanos())) {
                throw new IOException("query-service did not begin to project");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return new Document("events", last - first)
                .append("perSecond", (last - first) * 1e9 / Math.max(1, lastAt - firstAt))
                .append("perSecondWithStart", last * 1e9 / Math.max(1, lastAt - started))
                .append("complete", last >= end);
    }

    private static @Nullable Long metrics(MongoClient client) {
        return QueryServiceProcess.positions(client).entrySet().stream()
                .filter(projection -> projection.getKey().startsWith(METRICS))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
