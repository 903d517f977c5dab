package io.dovira.query.appeals;

import io.dovira.eventstore.log.EventLog;
import io.dovira.query.platform.DoviraProperties;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.Views;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the list, the history and the receipts together. */
@Configuration(proxyBeanMethods = false)
class AppealsConfiguration {

    @Bean
    AppealsFold appealsFold() {
        return new AppealsFold();
    }

    @Bean
    AppealIndex appealIndex(AppealsFold fold, Projections projections, Views views, Clock clock) {
        return new AppealIndex(fold, projections, views, clock);
    }

    @Bean
    AppealHistory appealHistory(EventLog log, DoviraProperties properties) {
        return new AppealHistory(log, properties);
    }
}
