package io.dovira.query.footage;

import io.dovira.events.footage.Reconciliation;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the record is held against the footage.
 *
 * @param settle how long after something happened its footage may still come in; it is judged after that
 * @param clockTolerance how far the clock of a camera may be from the true time
 * @param seam time without a picture between two segments that is no gap
 */
@ConfigurationProperties("dovira.footage")
record FootageProperties(
        @DefaultValue("2h") Duration settle,
        @DefaultValue("2s") Duration clockTolerance,
        @DefaultValue("2s") Duration seam) {

    Reconciliation.Tolerance tolerance() {
        return new Reconciliation.Tolerance(clockTolerance, seam);
    }
}
