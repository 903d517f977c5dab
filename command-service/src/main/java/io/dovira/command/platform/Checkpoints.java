package io.dovira.command.platform;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.codec.UnreadableRecord;
import io.dovira.eventstore.log.EventLog;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.springframework.stereotype.Component;

/**
 * How far something has followed the log, collection {@code checkpoints}: {@code {_id: <who>, rules: 1, position: 812334, event: <id>, streams: [...]}}.
 * All services share it. Whatever is lost here is read from the log again. Thread-safe.
 */
@Component
public final class Checkpoints {
    private static final String ID = "_id";

    private final MongoCollection<BsonDocument> checkpoints;

    Checkpoints(MongoDatabase commandDatabase) {
        this.checkpoints = commandDatabase.getCollection("checkpoints", BsonDocument.class);
    }

    /**
     * Everything up to a position has been taken.
     *
     * @param rules by which version of the rules
     * @param event id of the event at that position; another log has another one there
     * @param streams what is still needed of what lies before
     */
    public record Checkpoint(int rules, long position, String event, List<String> streams) {
        public Checkpoint {
            streams = List.copyOf(streams);
        }
    }

    /** What was kept last; empty if nothing was, or nothing that this release can read. */
    public Optional<Checkpoint> find(String who) {
        BsonDocument kept = checkpoints.find(eq(ID, who)).first();
        try {
            return kept == null ? Optional.empty() : Optional.of(RecordCodecs.decode(kept, Checkpoint.class));
        } catch (UnreadableRecord e) {
            return Optional.empty();
        }
    }

    /** What was kept last, if it is of these rules and of this log; what is not is forgotten. */
    public Optional<Checkpoint> usable(String who, int rules, EventLog log) {
        Optional<Checkpoint> usable = find(who)
                .filter(kept -> kept.rules() == rules)
                .filter(kept -> log.event(kept.position())
                        .filter(event -> event.id().equals(kept.event()))
                        .isPresent());
        if (usable.isEmpty()) {
            forget(who);
        }
        return usable;
    }

    /** Of two services the one that has come further is right. */
    public void save(String who, Checkpoint checkpoint) {
        BsonDocument document = new BsonDocument(ID, new BsonString(who));
        document.putAll(RecordCodecs.encode(checkpoint));
        try {
            checkpoints.replaceOne(
                    and(eq(ID, who), lte("position", checkpoint.position())),
                    document,
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            // There is one that has come further.
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** What was kept is of no use. */
    public void forget(String who) {
        checkpoints.deleteOne(eq(ID, who));
    }
}
