package io.dovira.query.obligations;

import io.dovira.query.platform.Projections;
import io.dovira.query.platform.Views;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The obligations: their fold, their index, their alarms. */
@Configuration(proxyBeanMethods = false)
class ObligationsConfiguration {

    @Bean
    ObligationsFold obligationsFold() {
        return new ObligationsFold();
    }

    @Bean
    ObligationIndex obligationIndex(ObligationsFold fold, Projections projections, Views views, Clock clock) {
        return new ObligationIndex(fold, projections, views, clock);
    }

    @Bean
    Alarms alarms(Views views, ObligationsFold fold, Clock clock) {
        return new Alarms(views, fold, clock);
    }

    @Bean
    AlarmStream alarmStream(
            Alarms alarms, ObligationIndex index, Projections projections, JsonMapper json, MeterRegistry meters) {
        return new AlarmStream(alarms, index, projections, json, meters);
    }
}
