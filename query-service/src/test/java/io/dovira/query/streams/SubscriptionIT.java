package io.dovira.query.streams;

import static io.dovira.query.streams.SampleEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dovira.embedded.EmbeddedMongo;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.query.identity.OfficeScope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
            Selection all = Selection.of(null, null, OfficeScope.all());
            Client expiring = new Client("p-1", Instant.now().plusMillis(600));
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
}
