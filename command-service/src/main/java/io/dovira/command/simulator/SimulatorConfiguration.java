package io.dovira.command.simulator;

import io.dovira.command.footage.SmallContent;
import io.dovira.eventstore.log.EventLog;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The simulated region, only when {@code dovira.demo} is on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "dovira.demo", havingValue = "on")
@EnableConfigurationProperties(SimulatorProperties.class)
class SimulatorConfiguration {

    @Bean
    Simulator simulator(EventLog log, SmallContent content, SimulatorProperties properties, Clock clock) {
        return new Simulator(log, content::keep, properties, clock);
    }
}
