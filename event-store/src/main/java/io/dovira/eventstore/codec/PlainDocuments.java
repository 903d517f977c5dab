package io.dovira.eventstore.codec;

import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.codecs.BsonTypeClassMap;
import org.bson.codecs.BsonValueCodecProvider;
import org.bson.codecs.Codec;
import org.bson.codecs.CollectionCodecProvider;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodecProvider;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.MapCodecProvider;
import org.bson.codecs.ValueCodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.jsr310.Jsr310CodecProvider;

/** Documents as maps of plain values, for code that knows no BSON: what upcasts an old payload. */
public final class PlainDocuments {
    private static final BsonTypeClassMap INSTANTS = new BsonTypeClassMap(Map.of(BsonType.DATE_TIME, Instant.class));
    private static final Codec<Document> CODEC = CodecRegistries.fromProviders(
                    new ValueCodecProvider(),
                    new Jsr310CodecProvider(),
                    new DocumentCodecProvider(INSTANTS),
                    new CollectionCodecProvider(INSTANTS),
                    new MapCodecProvider(INSTANTS),
                    new BsonValueCodecProvider())
            .get(Document.class);

    private PlainDocuments() {}

    /**
     * Another document, made by a change of the fields, which come in the stored order as String, Integer, Long, Double, Decimal128, Boolean,
     * Instant, Map and List, and as null where null is stored.
     */
    public static BsonDocument changed(BsonDocument document, UnaryOperator<Map<String, Object>> change) {
        Document plain = CODEC.decode(
                new BsonDocumentReader(document), DecoderContext.builder().build());
        BsonDocument changed = new BsonDocument();
        CODEC.encode(
                new BsonDocumentWriter(changed),
                new Document(change.apply(plain)),
                EncoderContext.builder().build());
        return changed;
    }
}
