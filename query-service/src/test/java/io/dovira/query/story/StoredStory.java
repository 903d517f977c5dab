package io.dovira.query.story;

import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import io.dovira.events.catalogue.Facts;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.log.StoredEvent;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** A history as the log stores it. */
public final class StoredStory {

    private StoredStory() {}

    public static List<StoredEvent> of(List<Recorded<?>> facts) {
        return facts.stream().map(StoredStory::stored).toList();
    }

    /** The events to append to a log, to get the same history there. */
    public static NewEvent toAppend(Recorded<?> recorded) {
        return new NewEvent(
                recorded.eventId(),
                Facts.nameOf(type(recorded)),
                Facts.revisionOf(type(recorded)),
                recorded.stream(),
                recorded.sequence(),
                recorded.occurredAt(),
                List.of(),
                RecordCodecs.encode((Record) recorded.fact()),
                meta(recorded));
    }

    private static StoredEvent stored(Recorded<?> recorded) {
        return new StoredEvent(
                recorded.position(),
                recorded.recordedAt(),
                recorded.eventId(),
                Facts.nameOf(type(recorded)),
                Facts.revisionOf(type(recorded)),
                recorded.stream(),
                recorded.sequence(),
                recorded.occurredAt(),
                List.of(),
                RecordCodecs.encode((Record) recorded.fact()),
                meta(recorded));
    }

    private static Class<? extends Fact> type(Recorded<?> recorded) {
        return recorded.fact().getClass();
    }

    private static BsonDocument meta(Recorded<?> recorded) {
        BsonDocument document = new BsonDocument();
        recorded.meta().asMap().forEach((key, value) -> document.append(key, new BsonString(value)));
        return document;
    }
}
