package io.dovira.query.metrics;

import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.ShareCounter;
import io.dovira.query.platform.Views;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figures: their fold and their reader. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    @Bean
    Fold metricsFold() {
        return new MetricsFold();
    }

    @Bean
    MetricsReader metricsReader(Views views, @Qualifier("metricsFold") Fold fold) {
        return new MetricsReader(views, fold);
    }

    @Bean
    ShareCounter metricsShares(
            MetricsReader reader, Projections projections, @Qualifier("metricsFold") Fold fold, Clock clock) {
        return new MetricsShares(reader, projections, fold, clock);
    }
}
