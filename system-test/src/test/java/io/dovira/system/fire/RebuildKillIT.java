package io.dovira.system.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dovira.system.Client;
import io.dovira.system.Ports;
import io.dovira.system.Repository;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rebuild of which the process is killed again and again, while the offices go on. {@code -Ddovira.rebuild.kills=} makes it more of them,
 * {@code -Ddovira.rebuild.seed=} repeats the moments.
 */
class RebuildKillIT {
    private static final int MIDDLE_AT_LEAST = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final long seed = Long.getLong("dovira.rebuild.seed", new Random().nextInt(1_000_000));
    private final int kills = Integer.getInteger("dovira.rebuild.kills", 4);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path directory;

    @Test
    void goesOnAfterEachKillAndEndsWithTheBytesOfWhatIsShown() throws IOException {
        List<Integer> ports = Ports.free(3);
        URI commands = URI.create("http://localhost:" + ports.get(1));
        URI queries = URI.create("http://localhost:" + ports.get(2));
        Map<String, String> environment = Map.of(
                "DOVIRA_DATA", directory.resolve("data").toString(),
                "DOVIRA_MONGODB_URI", "mongodb://127.0.0.1:" + ports.get(0) + "/?directConnection=true",
                "DOVIRA_COMMAND_URL", commands.toString(),
                "DOVIRA_QUERY_URL", queries.toString(),
                "DOVIRA_DEMO", "on",
                "DOVIRA_SIMULATOR_OFFICES", "12",
                "DOVIRA_SIMULATOR_DAYS", "8",
                "DOVIRA_SIMULATOR_CUSTODYUNITS", "0",
                // Many small batches: many moments at which to die. The next process need not wait long for the claim
                // of the dead one.
                "DOVIRA_PROJECTIONS_REBUILD_BATCH", "200",
                "DOVIRA_PROJECTIONS_CLAIMTIMEOUT", "2s");
        Services services = new Services(directory);
        try (Database database = new Database(
                        ports.get(0), directory, Repository.file("embedded-mongo/target/embedded-mongo.jar"));
                Daemon command = services.daemon("command-service", "command", commands, environment);
                Daemon query = services.daemon("query-service", "query", queries, environment)) {
            database.process().start();
            soon().until(database::answers);
            command.start();
            query.start();
            soon().until(() -> Client.healthy(commands) && Client.healthy(queries) && historyIsRecorded());
            Client admin = new Client(queries, Services.token(commands, directory.resolve("data/identity"), "admin"));
            StoredViews views = new StoredViews(database.client());
            // Its register is made a moment after the service is well.
            String shown = soon().ignoreExceptions().until(() -> live(views), name -> true);
            String made = shown + "b2";
            soon().until(() -> views.position(shown) >= database.head());

            assertThat(admin.post("/api/v1/projections/metrics/rebuild", "rebuild", "{}")
                            .status())
                    .isEqualTo(202);
            killAgainAndAgain(views, made, query, database.head());
            soon().until(() -> made.equals(live(views)));
            command.end();
            long head = database.head();
            soon().until(() -> views.position(shown) == head && views.position(made) == head);

            Document switched =
                    views.register("metrics").getList("deeds", Document.class).getFirst();
            assertThat(switched.getString("what")).isEqualTo("SWITCHED");
            assertThat(switched.get("comparison", Document.class).getString("outcome"))
                    .isEqualTo("SAME");
            assertThat(views.documents(made))
                    .as("-Ddovira.rebuild.seed=%d", seed)
                    .hasSizeGreaterThan(1_000)
                    .isEqualTo(views.documents(shown));
        }
    }

    /** At random moments of the filling; the last may hit what comes after it. */
    private void killAgainAndAgain(StoredViews views, String made, Daemon query, long end) {
        Random random = new Random(seed);
        int inTheMiddle = 0;
        for (int kill = 0; kill < kills; kill++) {
            long before = views.position(made);
            long next = end * kill / kills + random.nextLong(end / kills);
            soon().pollInterval(Duration.ofMillis(2)).until(() -> views.position(made) >= next);
            query.kill();
            long after = views.position(made);
            System.out.printf("killed at %d of %d, seed %d%n", after, end, seed);
            assertThat(after).as("never falls").isGreaterThanOrEqualTo(before);
            if (after < end) {
                inTheMiddle++;
            }
        }
        assertThat(inTheMiddle).as("killed in the middle").isGreaterThanOrEqualTo(MIDDLE_AT_LEAST);
    }

    private boolean historyIsRecorded() throws IOException {
        return Files.readString(directory.resolve("command.out")).contains("live from now on");
    }

    private static String live(StoredViews views) {
        Document build = views.register("metrics").get("live", Document.class);
        int number = build.getInteger("number");
        return build.getString("projection") + "_v" + build.getInteger("version") + (number == 1 ? "" : "b" + number);
    }

    private static ConditionFactory soon() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }
}
