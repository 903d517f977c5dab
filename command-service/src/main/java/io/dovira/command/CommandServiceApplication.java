package io.dovira.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Decides. One package per feature:
 *
 * <ul>
 *   <li>{@code offices}: offices, their services and desks, who sits where
 *   <li>{@code visits}: from the door to the last service
 *   <li>{@code floor}: who waits and who is served now
 *   <li>{@code footage}: cameras, their footage, and who watched it
 *   <li>{@code appeals}: from the letter box to the answer
 *   <li>{@code custody}: records of detained persons, and the hand-over between shifts
 *   <li>{@code feedback}: surveys offered and answered
 *   <li>{@code policies}: limits, thresholds and calendars as dated versions
 *   <li>{@code community}: communities, their officers and stations, and what others published
 *   <li>{@code obligations}: duties that were not met in time become facts
 *   <li>{@code imports}: files of other systems become facts
 *   <li>{@code simulator}: the demo region
 *   <li>{@code citizens}: the rating tablet and the page of a ticket, where nobody signs in
 *   <li>{@code pages}: what people see of all this
 *   <li>{@code identity}: who asks, and what they may
 *   <li>{@code platform}: the log, the command bus, refusals as problem details
 * </ul>
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CommandServiceApplication {

    public static void main(String[] args) {
        // Axon reads these two as system properties only. A server in a public office calls nobody and advertises
        // nothing.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(CommandServiceApplication.class, args);
    }
}
