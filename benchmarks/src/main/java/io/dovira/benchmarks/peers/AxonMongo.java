package io.dovira.benchmarks.peers;

import com.mongodb.client.MongoClient;
import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.CommitEntry;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.CommitEntryConfiguration;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.DocumentPerCommitStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.EventEntryConfiguration;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;

/** Axon's Mongo extension, in one of its two ways of storing events. Without transactions: one event is one document either way. */
final class AxonMongo extends AxonEngine {

    private final MongoClient client;
    private final MongoTemplate template;
    private final Serializer serializer = json();
    private final boolean documentPerCommit;
    private final MongoEventStorageEngine engine;

    AxonMongo(String uri, boolean documentPerCommit) {
        this.client = Mongo.client(uri);
        this.template = template(client);
        this.documentPerCommit = documentPerCommit;
        StorageStrategy strategy =
                documentPerCommit ? new DocumentPerCommitStorageStrategy() : new DocumentPerEventStorageStrategy();
        this.engine = MongoEventStorageEngine.builder()
                .mongoTemplate(template)
                .storageStrategy(strategy)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    static MongoTemplate template(MongoClient client) {
        return DefaultMongoTemplate.builder()
                .mongoDatabase(client.getDatabase("axon"))
                .build();
    }

    static TokenStore tokens(MongoTemplate template) {
        return MongoTokenStore.builder()
                .mongoTemplate(template)
                .serializer(json())
                .transactionManager(NoTransactionManager.instance())
                .build();
    }

    @Override
    public void prepare() {
        // The engine makes its indexes when it is built.
    }

    /** Many commits of one event each. The engine itself would make one commit of them, so its documents are inserted as it makes them. */
    @Override
    public void load(List<VisitEvent> events) {
        if (!documentPerCommit) {
            super.load(events);
            return;
        }
        CommitEntryConfiguration commit = CommitEntryConfiguration.getDefault();
        EventEntryConfiguration entry = EventEntryConfiguration.getDefault();
        template.eventCollection()
                .insertMany(events.stream()
                        .map(event -> new CommitEntry(List.of(message(event)), serializer).asDocument(commit, entry))
                        .toList());
    }

    @Override
    EventStorageEngine engine() {
        return engine;
    }

    @Override
    TokenStore tokens() {
        return tokens(template);
    }

    @Override
    TransactionManager transactions() {
        return NoTransactionManager.instance();
    }

    @Override
    public void close() {
        stopFollowing();
        client.close();
    }
}
