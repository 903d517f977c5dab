package io.dovira.query.platform;

import com.mongodb.client.MongoClient;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log, which this service only reads. One instance per process: all its readers share one tailer. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    EventLog eventLog(MongoClient client, DoviraProperties properties, Clock clock, MeterRegistry meters) {
        return EventLog.open(
                client.getDatabase(properties.mongodb().logDatabase()),
                LogOptions.defaults().withClock(clock).withMeters(meters));
    }
}
