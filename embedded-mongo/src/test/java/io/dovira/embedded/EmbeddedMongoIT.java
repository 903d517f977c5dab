package io.dovira.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class EmbeddedMongoIT {

    @Test
    void answersADriverOnALoopbackPortOfItsOwnChoice() {
        try (EmbeddedMongo server = EmbeddedMongo.start(0, null);
                MongoClient client = MongoClients.create(server.uri())) {
            var things = client.getDatabase("test").getCollection("things");
            things.insertOne(new Document("_id", 1).append("name", "bench"));
            assertThat(things.find().first()).isEqualTo(new Document("_id", 1).append("name", "bench"));
            assertThat(server.port()).isPositive();
        }
    }
}
