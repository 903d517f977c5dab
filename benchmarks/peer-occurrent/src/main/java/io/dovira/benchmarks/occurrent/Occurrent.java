package io.dovira.benchmarks.occurrent;

import static org.occurrent.eventstore.api.SortBy.SortDirection.ASCENDING;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.dovira.benchmarks.peers.Contestant;
import io.dovira.benchmarks.peers.VisitEvent;
import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import io.dovira.events.catalogue.Facts;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.occurrent.eventstore.api.SortBy;
import org.occurrent.eventstore.mongodb.nativedriver.EventStoreConfig;
import org.occurrent.eventstore.mongodb.nativedriver.MongoEventStore;
import org.occurrent.filter.Filter;
import org.occurrent.mongodb.timerepresentation.TimeRepresentation;
import tools.jackson.databind.json.JsonMapper;

/** Occurrent's event store on the native driver: one document per event, every append a transaction of its own. */
final class Occurrent implements Contestant {

    private static final int MOST_SENDERS = 256;
    private static final URI SOURCE = URI.create("urn:dovira:visits");

    private final JsonMapper json = new JsonMapper();
    private final MongoClient client;
    private final MongoEventStore store;

    Occurrent(String uri) {
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(MOST_SENDERS))
                .build());
        this.store = new MongoEventStore(
                client, "occurrent", "events", new EventStoreConfig(TimeRepresentation.RFC_3339_STRING));
    }

    @Override
    public void prepare() {
        // It makes its indexes when it is built.
    }

    @Override
    public void append(VisitEvent event) {
        store.write(event.stream(), Stream.of(cloudEvent(event)));
    }

    /** It has no way to write to many streams at once. */
    @Override
    public void load(List<VisitEvent> events) {
        events.forEach(this::append);
    }

    @Override
    public void stream(Step step) {
        try (Stream<CloudEvent> events = store.query(Filter.all(), 0, Integer.MAX_VALUE, SortBy.natural(ASCENDING))) {
            Iterator<CloudEvent> iterator = events.iterator();
            while (iterator.hasNext()) {
                iterator.next();
                if (!step.take(Occurrent::noFact)) {
                    return;
                }
            }
        }
    }

    @Override
    public void follow(Consumer<String> handled) {
        throw new UnsupportedOperationException(
                "its subscriptions are change streams, which the embedded server has not");
    }

    @Override
    public void close() {
        client.close();
    }

    private static Recorded<Fact> noFact() {
        throw new UnsupportedOperationException("the projection's libraries clash with those of this store");
    }

    private CloudEvent cloudEvent(VisitEvent event) {
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(SOURCE)
                .withType(Facts.nameOf(event.fact().getClass()))
                .withSubject(event.stream())
                .withTime(event.at().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withData(json.writeValueAsBytes(event.fact()));
        event.meta().asMap().forEach(builder::withExtension);
        return builder.build();
    }
}
