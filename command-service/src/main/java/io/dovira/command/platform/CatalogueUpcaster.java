package io.dovira.command.platform;

import io.dovira.events.catalogue.Facts;
import io.dovira.events.catalogue.Upcasts;
import io.dovira.eventstore.axon.Revision;
import io.dovira.eventstore.codec.PlainDocuments;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.bson.BsonDocument;
import org.springframework.stereotype.Component;

/** Old revisions of facts as the newest, in Axon's chain. */
@Component
final class CatalogueUpcaster extends SingleEventUpcaster {
    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        SerializedType type = event.getType();
        return Upcasts.isOld(type.getName(), Revision.number(type.getRevision()));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        SerializedType type = event.getType();
        int newest = Facts.revisionOf(Facts.typeOf(type.getName()));
        return event.upcastPayload(
                new SimpleSerializedType(type.getName(), Revision.text(newest)),
                BsonDocument.class,
                payload -> PlainDocuments.changed(
                        payload,
                        fields -> Upcasts.toNewest(type.getName(), Revision.number(type.getRevision()), fields)));
    }
}
