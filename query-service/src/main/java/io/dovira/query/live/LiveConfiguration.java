package io.dovira.query.live;

import io.dovira.query.platform.Broadcast;
import io.dovira.query.platform.BroadcastOptions;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.Views;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The live boards: their fold, their memory, their stream. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    Fold liveFold() {
        return new LiveFold();
    }

    @Bean
    Boards boards(Views views, Projections projections, @Qualifier("liveFold") Fold fold, Clock clock) {
        return new Boards(views, projections, fold, clock);
    }

    @Bean
    Broadcast<Chosen, String> liveStream(
            Boards boards,
            Projections projections,
            JsonMapper json,
            BroadcastOptions options,
            Clock clock,
            MeterRegistry meters) {
        return new Broadcast<>("live", new LiveProgramme(boards, projections), json, options, clock, meters);
    }
}
