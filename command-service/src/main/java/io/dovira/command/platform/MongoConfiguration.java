package io.dovira.command.platform;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one client of the process. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    /**
     * Majority and journal: what was acknowledged stays. No retryable writes: the embedded server has no sessions, and every write of ours
     * may be repeated by itself.
     */
    @Bean
    MongoClient mongoClient(DoviraProperties properties) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(properties.mongodb().uri()))
                .applicationName("dovira-command")
                .retryWrites(false)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(5, TimeUnit.SECONDS).readTimeout(30, TimeUnit.SECONDS))
                .build());
    }

    /** What only this service keeps. The log has a database of its own ({@link LogConfiguration}). */
    @Bean
    MongoDatabase commandDatabase(MongoClient client, DoviraProperties properties) {
        return client.getDatabase(properties.mongodb().commandDatabase());
    }
}
