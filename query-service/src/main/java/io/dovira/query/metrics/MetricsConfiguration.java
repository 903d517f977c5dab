package io.dovira.query.metrics;

import io.dovira.query.platform.Fold;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figures: their fold; what reads them finds itself. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    @Bean
    Fold metricsFold() {
        return new MetricsFold();
    }
}
