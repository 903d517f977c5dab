package io.dovira.query.footage;

import io.dovira.query.platform.Projections;
import io.dovira.query.platform.Views;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the search and the reconciliation together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FootageProperties.class)
class FootageConfiguration {

    @Bean
    FootageFold footageFold() {
        return new FootageFold();
    }

    @Bean
    FootageIndex footageIndex(
            FootageFold fold, Projections projections, Views views, FootageProperties properties, Clock clock) {
        return new FootageIndex(fold, projections, views, properties, clock);
    }
}
