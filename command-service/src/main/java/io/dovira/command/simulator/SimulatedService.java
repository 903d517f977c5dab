package io.dovira.command.simulator;

import io.dovira.events.ServiceId;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service of the simulated catalogue.
 *
 * @param share of the visitors who come for it; the shares of the catalogue add up to 1
 * @param median of the log-normal service time
 * @param sigma of the underlying normal distribution
 * @param waitTarget longest wait that each office promises; null if it is left to the policy
 */
record SimulatedService(
        ServiceId id,
        Map<String, String> name,
        double share,
        Duration median,
        double sigma,
        @Nullable Duration waitTarget) {}
