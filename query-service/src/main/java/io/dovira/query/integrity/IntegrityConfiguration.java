package io.dovira.query.integrity;

import com.mongodb.client.MongoClient;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.seal.CommitDump;
import io.dovira.eventstore.seal.Seal;
import io.dovira.eventstore.seal.SealFiles;
import io.dovira.eventstore.seal.SealStore;
import io.dovira.query.platform.DoviraProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The seal of the log: who makes it, who shows it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealProperties.class)
class IntegrityConfiguration {

    @Bean
    SealStore sealStore(MongoClient client, SealProperties properties) {
        return new SealStore(client.getDatabase(properties.database()));
    }

    @Bean
    Seal seal(EventLog log, SealStore store, Clock clock) {
        return new Seal(log, store, clock);
    }

    @Bean(destroyMethod = "close")
    Sealing sealing(EventLog log, SealStore store, SealProperties properties, DoviraProperties all, Clock clock) {
        if (!properties.sign()) {
            return Sealing.none();
        }
        Path given = properties.directory();
        SealFiles files = new SealFiles(given == null ? all.data().resolve("seal") : given, properties.keyFile());
        return Sealing.start(log, store, files, properties, all.queryUrl(), clock);
    }

    @Bean
    CommitDump commitDump(MongoClient client, DoviraProperties properties) {
        return new CommitDump(client.getDatabase(properties.mongodb().logDatabase()));
    }

    @Bean
    SealMeters sealMeters(Seal seal, Sealing sealing, MeterRegistry registry) {
        return new SealMeters(seal, sealing, registry);
    }
}
