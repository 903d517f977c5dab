package io.dovira.query.platform.projector;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.dovira.query.platform.Fold;
import java.time.Duration;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;

/** Where positions, claims and dead letters are kept: collections {@code tokens} and {@code dead_letters} of the views' database. */
final class Storage {

    private static final String TOKENS = "tokens";

    private final MongoDatabase database;
    private final MongoTemplate template;
    private final Serializer serializer = Jackson3Serializer.builder().build();

    Storage(MongoClient client, MongoDatabase database) {
        this.database = database;
        this.template = DefaultMongoTemplate.builder()
                .mongoDatabase(client, database.getName())
                .trackingTokensCollectionName(TOKENS)
                .deadLetterCollectionName("dead_letters")
                .build();
    }

    MongoDatabase database() {
        return database;
    }

    /**
     * @param owner names this process; unique, a restarted process is another owner
     * @param timeout after which the claim of an owner that shows no sign of life may be taken
     */
    TokenStore tokens(String owner, Duration timeout) {
        return MongoTokenStore.builder()
                .mongoTemplate(template)
                .serializer(serializer)
                .contentType(String.class)
                .nodeId(owner)
                .claimTimeout(timeout)
                .transactionManager(NoTransactionManager.instance())
                .build();
    }

    SequencedDeadLetterQueue<EventMessage<?>> deadLetters(Fold fold) {
        return MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(Claim.nameOf(fold))
                .mongoTemplate(template)
                .serializer(serializer)
                .maxSequences(DeadLetters.MOST_SEQUENCES)
                .maxSequenceSize(DeadLetters.MOST_IN_A_SEQUENCE)
                .transactionManager(NoTransactionManager.instance())
                .build();
    }

    /** The stored position of a projection, whoever owns it; 0 if it has never run. */
    long position(Fold fold) {
        Document stored = database.getCollection(TOKENS)
                .find(Filters.eq("processorName", Claim.nameOf(fold)))
                .first();
        if (stored == null || stored.getString("token") == null) {
            return 0;
        }
        TrackingToken token = serializer.deserialize(new SimpleSerializedObject<>(
                stored.getString("token"), String.class, stored.getString("tokenType"), null));
        return token.position().orElse(0);
    }
}
