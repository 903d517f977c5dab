package io.dovira.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class FactSerializerTest {

    private final FactSerializer serializer = new FactSerializer(Desk.TYPES);
    private final Desk.Opened opened = new Desk.Opened("desk-1", 8);

    @Test
    void givesNamesAndRevisionsInsteadOfClassNames() {
        SerializedObject<BsonDocument> serialized = serializer.serialize(opened, BsonDocument.class);
        assertThat(serialized.getType().getName()).isEqualTo("desk.opened");
        assertThat(serialized.getType().getRevision()).isEqualTo("2");
        assertThat(serialized.getData()).isEqualTo(BsonDocument.parse("{desk: 'desk-1', hours: 8}"));
        assertThat(serialized.getData().toJson()).doesNotContain("io.dovira");
    }

    @Test
    void readsBackEveryRepresentation() {
        assertThat(back(serializer.serialize(opened, BsonDocument.class))).isEqualTo(opened);
        assertThat(back(serializer.serialize(opened, byte[].class))).isEqualTo(opened);
        assertThat(back(serializer.serialize(opened, String.class))).isEqualTo(opened);
    }

    @Test
    void carriesMetadataAsTexts() {
        MetaData metaData = MetaData.from(Map.of("actor", "a-7", "attempt", 3));
        assertThat(back(serializer.serialize(metaData, byte[].class)))
                .isEqualTo(MetaData.from(Map.of("actor", "a-7", "attempt", "3")));
    }

    @Test
    void carriesNothingAsNothing() {
        assertThat(back(serializer.serialize(null, byte[].class))).isNull();
    }

    @Test
    void leavesAnUnknownNameUnread() {
        Object unknown =
                back(new SimpleSerializedObject<>(new BsonDocument(), BsonDocument.class, "desk.painted", "1"));
        assertThat(unknown).isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void refusesWhatIsNoFact() {
        assertThatThrownBy(() -> serializer.serialize("text", byte[].class)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> serializer.serialize(List.of(), byte[].class))
                .isInstanceOf(SerializationException.class);
    }

    private Object back(SerializedObject<?> serialized) {
        return serializer.deserialize(serialized);
    }
}
