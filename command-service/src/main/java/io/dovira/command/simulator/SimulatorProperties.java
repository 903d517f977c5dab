package io.dovira.command.simulator;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The simulated region and nation. Changing the seed or the number of offices or units on an existing log would contradict what is recorded; start with an empty
 * {@code DOVIRA_DATA} instead.
 *
 * @param seed same seed, same region, same visitors
 * @param offices how many offices, 1 to 40
 * @param days of history before the first start
 * @param custodyUnits how many units with custody records, 0 to 130
 * @param custodyDays of history of custody records before the first start
 * @param communities whether the nation's communities, their officers and stations are simulated
 * @param zone where the days of the history begin
 */
@ConfigurationProperties("dovira.simulator")
record SimulatorProperties(
        @DefaultValue("20261101") long seed,
        @DefaultValue("40") int offices,
        @DefaultValue("28") int days,
        @DefaultValue("130") int custodyUnits,
        @DefaultValue("2") int custodyDays,
        @DefaultValue("true") boolean communities,
        @DefaultValue("Europe/Kyiv") ZoneId zone) {
    SimulatorProperties {
        requireRange("offices", offices, 1, 40);
        requireRange("days", days, 0, 400);
        requireRange("custody-units", custodyUnits, 0, SimulatedNation.UNITS);
        requireRange("custody-days", custodyDays, 0, 400);
    }

    private static void requireRange(String name, int given, int least, int most) {
        if (given < least || given > most) {
            throw new IllegalArgumentException(
                    "dovira.simulator.%s must be %d to %d, not %d".formatted(name, least, most, given));
        }
    }
}
