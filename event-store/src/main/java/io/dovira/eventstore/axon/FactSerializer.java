package io.dovira.eventstore.axon;

import io.dovira.eventstore.codec.RecordCodecs;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Facts as BSON documents under their stored names. For Axon's event serializer: the log takes the documents as they are, the dead-letter
 * queue takes their bytes, upcasters see {@link BsonDocument}. Knows facts and metadata and nothing else; a class name is never stored.
 */
public final class FactSerializer implements Serializer {

    private final FactTypes types;
    private final Converter converter;

    public FactSerializer(FactTypes types) {
        this.types = types;
        ChainingConverter chaining = new ChainingConverter();
        BsonConversion.all().forEach(chaining::registerConverter);
        this.converter = chaining;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        BsonDocument document = switch (object) {
            case null -> new BsonDocument();
            case MetaData metaData -> Meta.document(metaData);
            case Record fact -> RecordCodecs.encode(fact);
            default -> throw new SerializationException(object.getClass().getSimpleName() + " is no fact");
        };
        SerializedType type = typeForClass(object == null ? null : object.getClass());
        return new SimpleSerializedObject<>(
                converter.convert(document, BsonDocument.class, representation), representation, type);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(BsonDocument.class, representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"
    }) // Axon asks for an unchecked answer, and for null when nothing was stored.
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (SerializedType.emptyType().equals(serialized.getType())) {
            return null;
        }
        if (SerializedMetaData.isSerializedMetaData(serialized)) {
            return (T) Meta.metaData(document(serialized));
        }
        Class<?> type = classForType(serialized.getType());
        if (type == UnknownSerializedType.class) {
            return (T) new UnknownSerializedType(this, serialized);
        }
        return (T) RecordCodecs.decode(document(serialized), type);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        if (type.getName().equals(MetaData.class.getName())) {
            return MetaData.class;
        }
        return Objects.requireNonNullElse(
                types.classOf(type.getName(), Revision.number(type.getRevision())), UnknownSerializedType.class);
    }

    @Override
    @SuppressWarnings("rawtypes") // As Axon declares it.
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class || type == void.class) {
            return SerializedType.emptyType();
        }
        if (type == MetaData.class) {
            return new SimpleSerializedType(MetaData.class.getName(), null);
        }
        return new SimpleSerializedType(types.nameOf(type), Revision.text(types.revisionOf(type)));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    private <S> BsonDocument document(SerializedObject<S> serialized) {
        return converter.convert(serialized, BsonDocument.class).getData();
    }
}
