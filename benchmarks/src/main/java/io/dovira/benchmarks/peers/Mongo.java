package io.dovira.benchmarks.peers;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

/** The one client of a contestant: durable, and with a connection for each sender that may wait. */
final class Mongo {

    private static final int MOST_SENDERS = 256;

    private Mongo() {}

    static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .retryWrites(false)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applyToConnectionPoolSettings(pool -> pool.maxSize(MOST_SENDERS))
                .build());
    }

    /** The database that query-service looks into by default, so that its projections can follow ours. */
    static MongoDatabase database(MongoClient client) {
        return client.getDatabase("dovira_log");
    }
}
