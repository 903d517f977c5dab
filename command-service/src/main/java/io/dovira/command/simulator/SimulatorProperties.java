package io.dovira.command.simulator;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The simulated region. Changing the seed or the number of offices on an existing log would contradict what is recorded; start with an empty
 * {@code DOVIRA_DATA} instead.
 *
 * @param seed same seed, same region, same visitors
 * @param offices how many offices, 1 to 40
 * @param days of history before the first start
 * @param zone where the days of the history begin
 */
@ConfigurationProperties("dovira.simulator")
record SimulatorProperties(
        @DefaultValue("20261101") long seed,
        @DefaultValue("40") int offices,
        @DefaultValue("28") int days,
        @DefaultValue("Europe/Kyiv") ZoneId zone) {
    SimulatorProperties {
        if (offices < 1 || offices > 40) {
            throw new IllegalArgumentException("dovira.simulator.offices must be 1 to 40, not " + offices);
        }
        if (days < 0 || days > 400) {
            throw new IllegalArgumentException("dovira.simulator.days must be 0 to 400, not " + days);
        }
    }
}
