package io.dovira.eventstore.axon;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Axon's metadata as a document of strings. Numbers and instants become text, because they would not come back as what they were. */
final class Meta {

    /** In a message to be recorded: when it happened, ISO 8601. Stored as the event's {@code at}. */
    static final String OCCURRED_AT = "occurredAt";

    /** In a message to be recorded: the id that the event shall have instead of the message's own. */
    static final String EVENT_ID = "eventId";

    /** In a message read back: its position and when it was recorded. Never stored in {@code meta}: the log itself knows them. */
    static final String POSITION = "position";

    static final String RECORDED_AT = "recordedAt";

    /** In the stored meta: the aggregate type, which Axon wants back. */
    static final String AGGREGATE_TYPE = "agg";

    private static final Set<String> NOT_STORED = Set.of(OCCURRED_AT, EVENT_ID, POSITION, RECORDED_AT, AGGREGATE_TYPE);

    private Meta() {}

    static BsonDocument document(Map<String, ?> metaData) {
        BsonDocument document = new BsonDocument();
        metaData.forEach((key, value) -> {
            if (value != null) {
                document.append(key, new BsonString(value.toString()));
            }
        });
        return document;
    }

    /** What goes into the log. */
    static BsonDocument stored(MetaData metaData) {
        return document(metaData.withoutKeys(NOT_STORED));
    }

    static MetaData metaData(BsonDocument document) {
        Map<String, Object> entries = new HashMap<>();
        document.forEach((key, value) -> {
            if (value.isString() && !key.equals(AGGREGATE_TYPE)) {
                entries.put(key, value.asString().getValue());
            }
        });
        return MetaData.from(entries);
    }
}
