package io.dovira.query.integrity;

import io.dovira.eventstore.seal.Contradiction;
import io.dovira.eventstore.seal.Seal;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Says {@code CONTRADICTED} when the log is not what was sealed, {@code UNSEALED} when this service should seal and cannot. Neither takes the
 * service out of use: the boards go on, and the page that tells what is wrong must be reachable.
 */
@Component("sealHealthIndicator")
class SealHealth extends AbstractHealthIndicator {

    static final Status CONTRADICTED = new Status("CONTRADICTED", "the log is not what was sealed");
    static final Status UNSEALED = new Status("UNSEALED", "this service cannot seal the log");

    private final Seal seal;
    private final Sealing sealing;

    SealHealth(Seal seal, Sealing sealing) {
        super("the seal cannot be read");
        this.seal = seal;
        this.sealing = sealing;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Seal.State state = seal.state();
        health.up().withDetail("sealed", state.size()).withDetail("head", state.head());
        Optional<String> problem = sealing.problem();
        problem.ifPresent(why -> health.status(UNSEALED).withDetail("problem", why));
        Contradiction contradiction = state.contradiction();
        if (contradiction != null) {
            health.status(CONTRADICTED)
                    .withDetail("position", contradiction.position())
                    .withDetail("what", contradiction.what());
        }
    }
}
