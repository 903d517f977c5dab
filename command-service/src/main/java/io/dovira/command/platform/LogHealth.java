package io.dovira.command.platform;

import io.dovira.eventstore.log.EventLog;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Healthy is: the log answers. It asks what every append needs, the head, so a server that only accepts connections is not called healthy. */
@Component("logHealthIndicator")
class LogHealth extends AbstractHealthIndicator {
    private final EventLog log;

    LogHealth(EventLog log) {
        super("the log does not answer");
        this.log = log;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up().withDetail("position", log.head());
    }
}
