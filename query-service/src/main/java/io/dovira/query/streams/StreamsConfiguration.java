package io.dovira.query.streams;

import io.dovira.eventstore.log.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the event streams together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamsProperties.class)
class StreamsConfiguration {

    @Bean
    CloudEvents cloudEvents(StreamsProperties properties) {
        return new CloudEvents(properties.source());
    }

    @Bean
    RecentHead recentHead(EventLog log) {
        return new RecentHead(log);
    }

    @Bean
    EventPages eventPages(EventLog log, CloudEvents encoder) {
        return new EventPages(log, encoder);
    }

    @Bean
    Subscribers subscribers(
            EventLog log, RecentHead head, MeterRegistry meters, Clock clock, StreamsProperties properties) {
        return new Subscribers(log, head, meters, clock, properties.mostSubscribers());
    }
}
