package io.dovira.query.integrity;

import io.dovira.eventstore.seal.Seal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** How far the seal is. A database that does not answer gives no value rather than an old one. */
final class SealMeters {

    private final Seal seal;

    SealMeters(Seal seal, Sealing sealing, MeterRegistry registry) {
        this.seal = seal;
        gauge(registry, "dovira.seal.position", "Positions up to this one are sealed", Seal.State::size);
        gauge(
                registry,
                "dovira.seal.lag",
                "Events that are not sealed yet",
                state -> Math.max(0, state.head() - state.size()));
        gauge(
                registry,
                "dovira.seal.behind.seconds",
                "Age of the oldest event that is not sealed yet",
                state -> state.behind().toMillis() / 1_000.0);
        gauge(
                registry,
                "dovira.seal.contradicted",
                "1: the log is not what was sealed, and nothing is signed any more",
                state -> state.contradiction() == null ? 0 : 1);
        Gauge.builder("dovira.seal.checked", sealing, Sealing::checkedTo)
                .description("Positions up to this one were compared with the seal since this process began")
                .register(registry);
        Gauge.builder("dovira.seal.failing", sealing, each -> each.problem().isPresent() ? 1 : 0)
                .description("1: this service should seal and cannot")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<Seal.State> value) {
        Gauge.builder(name, this, meters -> value.applyAsDouble(meters.seal.state()))
                .description(what)
                .register(registry);
    }
}
