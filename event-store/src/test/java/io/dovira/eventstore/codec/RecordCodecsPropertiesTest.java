package io.dovira.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

class RecordCodecsPropertiesTest {

    enum Kind {
        ONE,
        TWO
    }

    record Code(String value) {}

    record Inner(Code code, @Nullable Kind kind, Instant at) {}

    record Outer(@Nullable Code code, long number, Duration length, Map<String, String> names, List<Inner> inners) {}

    private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();

    @Property
    void readsBackEveryRecordFromItsBytes(@ForAll("outers") Outer outer) {
        RawBsonDocument bytes = new RawBsonDocument(RecordCodecs.encode(outer), DOCUMENTS);
        assertThat(RecordCodecs.decode(bytes, Outer.class)).isEqualTo(outer);
    }

    @Property
    void givesEqualRecordsEqualBytes(@ForAll("outers") Outer outer) {
        Outer equal = RecordCodecs.decode(RecordCodecs.encode(outer), Outer.class);
        assertThat(bytes(equal)).isEqualTo(bytes(outer));
    }

    @Property
    void isIndifferentToTheOrderOfFieldsAndToUnknownOnes(@ForAll("outers") Outer outer) {
        BsonDocument stored = RecordCodecs.encode(outer);
        BsonDocument shuffled = new BsonDocument("unknown", new BsonInt32(1));
        List.copyOf(stored.keySet()).reversed().forEach(key -> shuffled.append(key, stored.get(key)));
        assertThat(RecordCodecs.decode(shuffled, Outer.class)).isEqualTo(outer);
    }

    private static byte[] bytes(Outer outer) {
        RawBsonDocument raw = new RawBsonDocument(RecordCodecs.encode(outer), DOCUMENTS);
        byte[] bytes = new byte[raw.getByteLength()];
        raw.getByteBuffer().get(bytes);
        return bytes;
    }

    @Provide
    Arbitrary<Outer> outers() {
        Arbitrary<Code> codes = Arbitraries.strings().map(Code::new);
        Arbitrary<Instant> instants = Arbitraries.longs()
                .between(-4_000_000_000_000L, 4_000_000_000_000L)
                .map(Instant::ofEpochMilli);
        Arbitrary<Inner> inners = Combinators.combine(
                        codes, Arbitraries.of(Kind.class).injectNull(0.3), instants)
                .as(Inner::new);
        // A field name may not hold the zero character; that is BSON's own limit.
        Arbitrary<String> names = Arbitraries.strings().excludeChars('\0').ofMaxLength(12);
        return Combinators.combine(
                        codes.injectNull(0.3),
                        Arbitraries.longs(),
                        Arbitraries.longs().between(0, 1L << 50).map(Duration::ofMillis),
                        Arbitraries.maps(names, Arbitraries.strings()).ofMaxSize(4),
                        inners.list().ofMaxSize(4))
                .as(Outer::new);
    }
}
