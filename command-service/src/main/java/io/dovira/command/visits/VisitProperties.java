package io.dovira.command.visits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * House rules of the queue.
 *
 * @param mostRecalls how often a visitor who does not come may be called again; then only recycle and no-show are left
 */
@ConfigurationProperties("dovira.visits")
record VisitProperties(@DefaultValue("3") int mostRecalls) {
    VisitProperties {
        if (mostRecalls < 0) {
            throw new IllegalArgumentException("dovira.visits.most-recalls is negative: " + mostRecalls);
        }
    }
}
