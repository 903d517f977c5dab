package io.dovira.query.platform;

import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.Recorded;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.catalogue.Upcasts;
import io.dovira.eventstore.codec.PlainDocuments;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.log.StoredEvent;
import org.bson.BsonDocument;

/** From an event of the log to a fact, of whatever revision it was written in. */
public final class FactReader {

    private FactReader() {}

    /**
     * The fact in the event.
     *
     * @throws IllegalArgumentException if its type is not in the catalogue, or its revision is newer than ours
     * @throws io.dovira.eventstore.codec.UnreadableRecord if the payload does not hold what the type needs
     */
    public static Recorded<Fact> read(StoredEvent event) {
        return read(event, typeOf(event));
    }

    /** The class of the event's type, without looking at the payload. */
    public static Class<? extends Fact> typeOf(StoredEvent event) {
        return Facts.typeOf(event.type());
    }

    /** As {@link #read(StoredEvent)}, when the type is known already. */
    public static Recorded<Fact> read(StoredEvent event, Class<? extends Fact> type) {
        Facts.requireKnown(type, event.revision());
        return new Recorded<>(
                event.position(),
                event.id(),
                event.stream(),
                event.sequence(),
                event.occurredAt(),
                event.recordedAt(),
                meta(event),
                RecordCodecs.decode(newest(event), type));
    }

    private static BsonDocument newest(StoredEvent event) {
        return Upcasts.isOld(event.type(), event.revision())
                ? PlainDocuments.changed(
                        event.payload(), payload -> Upcasts.toNewest(event.type(), event.revision(), payload))
                : event.payload();
    }

    /** What the event tells of who recorded it and where; readable whatever its type. */
    public static Meta meta(StoredEvent event) {
        return Meta.of(event.metaTexts());
    }
}
