package io.dovira.embedded.query;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BsonTest {

    private static final Document EVERYTHING = new Document("_id", 1)
            .append("double", 1.5)
            .append("text", "їжак")
            .append("document", new Document("a", new Document("b", 2)))
            .append("list", List.of(1, "two", new Document("three", 3)))
            .append("bytes", new BinData(new byte[] {1, 0, 2}))
            .append("uuid", new UUID(1, 2))
            .append("id", new ObjectId("0123456789abcdef01234567"))
            .append("yes", true)
            .append("at", Instant.ofEpochMilli(1_795_000_000_000L))
            .append("nothing", null)
            .append("pattern", new BsonRegularExpression("^a.*", "i"))
            .append("int", 7)
            .append("stamp", new BsonTimestamp(99))
            .append("long", 1L << 40)
            .append("decimal", new Decimal128(1, 2))
            .append("least", MinKey.getInstance())
            .append("most", MaxKey.getInstance())
            .append("last", "end");

    @Test
    void decodesEachFieldAloneToWhatTheWholeDocumentHolds() {
        byte[] bytes = Bson.encode(EVERYTHING);
        Document whole = Bson.decode(bytes);

        for (String name : whole.keySet()) {
            // By their bytes: two patterns of the library never equal each other.
            assertThat(Bson.encode(Bson.decode(bytes, Set.of(name))))
                    .as(name)
                    .isEqualTo(Bson.encode(new Document(name, whole.get(name))));
        }
    }

    @Test
    void keepsTheOrderOfTheFieldsAndLeavesOutUnknownOnes() {
        byte[] bytes = Bson.encode(EVERYTHING);

        assertThat(Bson.decode(bytes, Set.of("last", "_id", "list", "unknown")).keySet())
                .containsExactly("_id", "list", "last");
        assertThat(Bson.decode(bytes, Set.of())).isEqualTo(new Document());
    }
}
