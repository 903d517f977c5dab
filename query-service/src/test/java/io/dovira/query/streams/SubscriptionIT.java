package io.dovira.query.streams;

import static io.dovira.query.streams.SampleEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dovira.access.EventScope;
import io.dovira.access.OfficeScope;
import io.dovira.embedded.EmbeddedMongo;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.query.platform.Client;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SubscriptionIT {
    private static final StreamsProperties TIMING = new StreamsProperties(
            "urn:dovira:test", Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofSeconds(2), 1);

    @Test
    @Timeout(30)
    void endsWithTheTokenThatOpenedIt() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(0, null);
                MongoClient client = MongoClients.create(mongo.uri());
                EventLog log = EventLog.open(client.getDatabase("dovira_log"), LogOptions.defaults())) {
            log.append(List.of(event("visit.visitor-called")));
            RecentHead head = new RecentHead(log);
            Subscribers subscribers = new Subscribers(log, head, new SimpleMeterRegistry(), Clock.systemUTC(), 1);
            subscribers.start();
            Selection all = Selection.of(null, null, OfficeScope.all(), EventScope.all());
            Client expiring = new Client("p-1", Instant.now().plusMillis(600), () -> true);
            Subscriber subscriber = subscribers.open(expiring, 0, all);
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            new Subscription(
                            all,
                            new CloudEvents(TIMING.source()),
                            new Frames(out),
                            head,
                            TIMING,
                            Clock.systemUTC(),
                            subscribers,
                            subscriber)
                    .run();

            assertThat(out.toString(StandardCharsets.UTF_8)).contains("id: 1\ndata: {");
            subscribers.close(subscriber);
            assertThat(subscribers.views()).isEmpty();
        }
    }

    /** What a search for a rare type over a long log looks like from the outside, as slow as can be. */
    @Test
    @Timeout(60)
    void livesWhileTheDatabaseSearchesAndSendsWhatItFinds() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(0, null);
                StallingProxy proxy = new StallingProxy(Integer.parseInt(
                        new ConnectionString(mongo.uri()).getHosts().getFirst().split(":", -1)[1]));
                MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + proxy.port());
                EventLog log = EventLog.open(client.getDatabase("dovira_log"), LogOptions.defaults())) {
            log.append(List.of(event("visit.visitor-called"), event("import.import-started")));
            RecentHead head = new RecentHead(log);
            Subscribers subscribers = new Subscribers(log, head, new SimpleMeterRegistry(), Clock.systemUTC(), 1);
            subscribers.start();
            Selection rare = Selection.of(List.of("import.import-started"), null, OfficeScope.all(), EventScope.all());
            Subscriber subscriber = subscribers.open(new Client("p-1", null, () -> true), 0, rare);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Subscription subscription = new Subscription(
                    rare,
                    new CloudEvents(TIMING.source()),
                    new Frames(out),
                    head,
                    TIMING,
                    Clock.systemUTC(),
                    subscribers,
                    subscriber);
            proxy.stall("ev.type");
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> {
                try {
                    subscription.run();
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });

            await().atMost(Duration.ofSeconds(20)).until(proxy::isHolding);
            int before = beats(out);
            await().atMost(Duration.ofSeconds(20)).until(() -> beats(out) >= before + 3);
            assertThat(text(out)).as("nothing is passed over").doesNotContain("id: 1", "id: 2");

            proxy.release();
            await().atMost(Duration.ofSeconds(20)).until(() -> text(out).contains("id: 2\ndata: {"));
            subscribers.close(subscriber);
            running.join();
        }
    }

    private static String text(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int beats(ByteArrayOutputStream out) {
        return text(out).split(": beat", -1).length - 1;
    }
}
