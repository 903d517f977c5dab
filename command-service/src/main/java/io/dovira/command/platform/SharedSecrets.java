package io.dovira.command.platform;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.util.Objects;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Random secrets that all services of an installation share, collection {@code secrets}: {@code {_id: <name>, secret: <32 bytes>}}. The first that asks
 * makes one, all read the same; one that was made never changes. They are kept apart from the log, whose readers must not know them. Thread-safe.
 */
@Component
public final class SharedSecrets {
    private static final String ID = "_id";
    private static final String SECRET = "secret";
    private static final int BYTES = 32;

    private final MongoCollection<BsonDocument> secrets;
    private final SecureRandom random = new SecureRandom();

    SharedSecrets(MongoDatabase commandDatabase) {
        this.secrets = commandDatabase.getCollection("secrets", BsonDocument.class);
    }

    /** The secret of this name. */
    public byte[] of(String name) {
        byte[] known = find(name);
        return known == null ? make(name) : known;
    }

    private byte[] make(String name) {
        byte[] made = new byte[BYTES];
        random.nextBytes(made);
        try {
            secrets.insertOne(new BsonDocument(ID, new BsonString(name)).append(SECRET, new BsonBinary(made)));
            return made;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another service was first.
            return Objects.requireNonNull(find(name), "the secret is there and is not");
        }
    }

    private byte @Nullable [] find(String name) {
        BsonDocument found = secrets.find(eq(ID, name)).first();
        return found == null ? null : found.getBinary(SECRET).getData();
    }
}
