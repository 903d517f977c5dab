package io.dovira.query.compare;

import io.dovira.query.platform.ShareCounter;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Comparisons of whatever is counted. */
@Configuration(proxyBeanMethods = false)
class CompareConfiguration {

    @Bean
    Comparisons comparisons(List<ShareCounter> counters, Clock clock) {
        return new Comparisons(counters, clock);
    }
}
