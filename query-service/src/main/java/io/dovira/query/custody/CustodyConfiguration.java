package io.dovira.query.custody;

import io.dovira.eventstore.log.EventLog;
import io.dovira.query.platform.FactGuard;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.Views;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the whiteboard and the records together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CustodyProperties.class)
class CustodyConfiguration {

    @Bean
    CustodyFold custodyFold() {
        return new CustodyFold();
    }

    @Bean
    CustodyReader custodyReader(CustodyFold fold, Projections projections, Views views, Clock clock) {
        return new CustodyReader(fold, projections, views, clock);
    }

    @Bean
    Stories custodyStories(EventLog log, CustodyReader reader, CustodyProperties properties, Clock clock) {
        return new Stories(log, reader, properties, clock);
    }

    @Bean
    FactGuard custodyGuard(Stories stories) {
        return stories::guard;
    }
}
