package io.dovira.command.platform;

import com.mongodb.client.MongoDatabase;
import org.bson.BsonDocument;
import org.springframework.stereotype.Component;

/** The agendas of those who look after something again and again. Thread-safe. */
@Component
public final class Agendas {
    private final MongoDatabase database;

    Agendas(MongoDatabase commandDatabase) {
        this.database = commandDatabase;
    }

    /** @param who part of the name of its collection */
    public Agenda of(String who) {
        return new Agenda(database.getCollection("agenda_" + who, BsonDocument.class));
    }
}
