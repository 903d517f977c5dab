package io.dovira.command.simulator;

import io.dovira.command.platform.Moment;
import io.dovira.command.policies.Policies;
import io.dovira.command.policies.PublishPolicy;
import io.dovira.events.clocks.Limit;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.policies.PolicyHistory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * How long visitors may wait in the simulated region: by one order from the first day on, and a shorter time by the next one, which is known some days
 * before it comes into force. So the figures of the demo show what a change of rule does to new waits, and that it does nothing to old ones.
 */
final class WaitOrders {
    private static final int KNOWN_AFTER_DAYS = 11;
    private static final int IN_FORCE_AFTER_DAYS = 14;

    private final Agenda agenda;
    private final SimulatedStory<PolicyFact, PolicyHistory> policy =
            new SimulatedStory<>(PolicyFact.class, PolicyHistory::evolve, KnownPolicies.VISIT_WAIT.stream(), null);

    WaitOrders(Agenda agenda) {
        this.agenda = agenda;
    }

    void plan(Instant start, ZoneId zone) {
        agenda.plan(start, at -> publish(at, 15, at, "№ 12", "No. 12"));
        Instant known =
                start.atZone(zone).plusDays(KNOWN_AFTER_DAYS).plusHours(10).toInstant();
        Instant inForce = start.atZone(zone)
                .toLocalDate()
                .plusDays(IN_FORCE_AFTER_DAYS)
                .atStartOfDay(zone)
                .toInstant();
        agenda.plan(known, at -> publish(at, 10, inForce, "№ 31", "No. 31"));
    }

    private void publish(Instant at, int minutes, Instant inForceFrom, String uk, String en) {
        PublishPolicy order = new PublishPolicy(
                KnownPolicies.VISIT_WAIT,
                Map.of(
                        "uk",
                        "Очікування виклику, якщо установа не обіцяє іншого",
                        "en",
                        "Wait for the call, where the office promises nothing else"),
                Limit.seconds(minutes * 60),
                null,
                null,
                List.of(),
                Map.of(
                        "uk", "Наказ поліції області (симуляція) %s: %d хвилин".formatted(uk, minutes),
                        "en", "Order %s of the regional police (simulated): %d minutes".formatted(en, minutes)),
                inForceFrom,
                null,
                null);
        agenda.commit(
                policy.take(Policies.decide(policy.stateOrNull(), order, Moment.at(at, at)), at, Actor.SIMULATOR));
    }
}
