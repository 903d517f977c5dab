package io.dovira.query.obligations;

import io.dovira.access.OfficeScope;
import io.dovira.events.obligations.Obligation;
import io.dovira.query.platform.Broadcast;
import io.dovira.query.platform.BroadcastOptions;
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
    Broadcast<OfficeScope, Obligation> alarmStream(
            Alarms alarms,
            ObligationIndex index,
            Projections projections,
            ObligationsFold fold,
            JsonMapper json,
            BroadcastOptions options,
            Clock clock,
            MeterRegistry meters) {
        return new Broadcast<>(
                "alarms", new AlarmProgramme(alarms, index, projections, fold), json, options, clock, meters);
    }
}
