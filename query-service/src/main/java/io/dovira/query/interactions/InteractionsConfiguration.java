package io.dovira.query.interactions;

import io.dovira.eventstore.log.EventLog;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the search and the stories together. */
@Configuration(proxyBeanMethods = false)
class InteractionsConfiguration {

    @Bean
    InteractionsFold interactionsFold() {
        return new InteractionsFold();
    }

    @Bean
    InteractionIndex interactionIndex(InteractionsFold fold, Projections projections, Views views) {
        return new InteractionIndex(fold, projections, views);
    }

    @Bean
    Stories stories(EventLog log, InteractionIndex index) {
        return new Stories(log, index::office, index::lateness);
    }
}
