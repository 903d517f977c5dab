package io.dovira.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class PlainDocumentsTest {

    private static final BsonDocument EVERYTHING = BsonDocument.parse("""
            {"text": "a", "int": {"$numberInt": "1"}, "long": {"$numberLong": "2"}, "double": 1.5, "yes": true,
             "at": {"$date": "2026-03-02T08:00:00.001Z"}, "amount": {"$numberDecimal": "1.50"}, "none": null,
             "bytes": {"$binary": {"base64": "AQI=", "subType": "00"}},
             "names": {"uk": {"deep": [1, {"at": {"$date": "2026-03-02T08:00:00Z"}}]}}, "list": [1, [2, null], {"a": 1}]}""");

    @Test
    void bringsEveryValueBackUnharmed() {
        assertThat(PlainDocuments.changed(EVERYTHING, fields -> fields)).isEqualTo(EVERYTHING);
        assertThat(PlainDocuments.changed(EVERYTHING, LinkedHashMap::new)).isEqualTo(EVERYTHING);
    }

    @Test
    void showsTimesAsInstantsAtAnyDepth() {
        PlainDocuments.changed(EVERYTHING, fields -> {
            assertThat(fields).containsEntry("at", Instant.parse("2026-03-02T08:00:00.001Z"));
            assertThat(fields.toString()).doesNotContain("Mon Mar 02");
            return fields;
        });
    }

    @Test
    void takesMapsAndListsThatAChangeMade() {
        BsonDocument changed = PlainDocuments.changed(
                new BsonDocument(), fields -> Map.of("to", Map.of("service", "advice", "desks", List.of("1", "2"))));

        assertThat(changed)
                .isEqualTo(BsonDocument.parse("{\"to\": {\"service\": \"advice\", \"desks\": [\"1\", \"2\"]}}"));
    }
}
