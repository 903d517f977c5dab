package io.dovira.command.footage;

import io.dovira.command.footage.store.FileStore;
import io.dovira.command.footage.store.StoreUnavailable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Healthy is: content can be kept, and what is kept is what came in. */
@Component("footageHealthIndicator")
class FootageHealth extends AbstractHealthIndicator {
    static final Status BROKEN = new Status("BROKEN", "footage is changed or missing");

    private final FileStore store;
    private final FootageMeters meters;

    FootageHealth(FileStore store, FootageMeters meters) {
        super("the store of footage does not answer");
        this.store = store;
        this.meters = meters;
    }

    /** A broken segment is no reason to stop a service that records others; a store that takes nothing is not either, so neither says DOWN. */
    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("broken", meters.broken());
        if (meters.broken() > 0) {
            health.status(BROKEN);
        }
        try {
            store.probe();
        } catch (StoreUnavailable e) {
            health.status(new Status("UNAVAILABLE", "the store of footage takes nothing"))
                    .withDetail("problem", String.valueOf(e.getMessage()));
        }
    }
}
