package io.dovira.query.estimates;

import io.dovira.eventstore.log.EventLog;
import io.dovira.query.platform.DoviraProperties;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.Views;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The fold, what reads it, and which pages of others may ask for a ticket. */
@Configuration(proxyBeanMethods = false)
class EstimatesConfiguration {

    @Bean
    EstimatesFold estimatesFold() {
        return new EstimatesFold();
    }

    @Bean
    Tickets tickets(EstimatesFold fold, Projections projections, Views views, EventLog log, Clock clock) {
        return new Tickets(fold, projections, views, log, clock);
    }

    /** The citizen's page stands on the command service; it asks without cookies, for what its code opens and nothing else. */
    @Bean
    WebMvcConfigurer askedFromTheCitizensPage(DoviraProperties properties) {
        String origin = properties.commandUrl().getScheme() + "://"
                + properties.commandUrl().getAuthority();
        return new WebMvcConfigurer() {
            @Override
            public void addCorsMappings(CorsRegistry registry) {
                for (String path : new String[] {"/api/v1/tickets/*", "/api/v1/appeals/receipt/*"}) {
                    registry.addMapping(path)
                            .allowedOrigins(origin)
                            .allowedMethods(HttpMethod.GET.name())
                            .allowCredentials(false);
                }
            }
        };
    }
}
