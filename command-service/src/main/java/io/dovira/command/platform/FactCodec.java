package io.dovira.command.platform;

import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.Recorded;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.catalogue.Upcasts;
import io.dovira.eventstore.codec.PlainDocuments;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.log.StoredEvent;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Facts as the log stores them, and back, of whatever revision they were written in. */
public final class FactCodec {
    private FactCodec() {}

    static NewEvent encode(String stream, long sequence, NewFact fact) {
        Class<? extends Fact> type = fact.fact().getClass();
        BsonDocument meta = new BsonDocument();
        fact.meta().asMap().forEach((key, value) -> meta.append(key, new BsonString(value)));
        return new NewEvent(
                fact.eventId(),
                Facts.nameOf(type),
                Facts.revisionOf(type),
                stream,
                sequence,
                fact.occurredAt(),
                List.of(),
                RecordCodecs.encode((Record) fact.fact()),
                meta);
    }

    /** @throws IllegalArgumentException if this process does not know the fact: a newer process wrote it */
    public static Recorded<Fact> decode(StoredEvent event) {
        Class<? extends Fact> type = Facts.typeOf(event.type());
        Facts.requireKnown(type, event.revision());
        Fact fact = RecordCodecs.decode(newest(event), type);
        return new Recorded<>(
                event.position(),
                event.id(),
                event.stream(),
                event.sequence(),
                event.occurredAt(),
                event.recordedAt(),
                Meta.of(event.metaTexts()),
                fact);
    }

    private static BsonDocument newest(StoredEvent event) {
        return Upcasts.isOld(event.type(), event.revision())
                ? PlainDocuments.changed(
                        event.payload(), payload -> Upcasts.toNewest(event.type(), event.revision(), payload))
                : event.payload();
    }
}
