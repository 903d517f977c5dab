package io.dovira.query.streams;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are handed to integrators.
 *
 * @param source the CloudEvents source: a URI that names this installation; with it ids are unique in the world
 * @param heartbeat longest silence on a stream before a comment is sent, so that both sides notice a dead connection
 * @param checkpoint on filtered streams, how often the position is told while nothing matches
 * @param retry how long a client should wait before it connects again
 * @param mostSubscribers streams that may be open at once; more are refused with 503
 */
@ConfigurationProperties("dovira.streams")
public record StreamsProperties(
        @DefaultValue("urn:dovira:log") String source,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("5s") Duration checkpoint,
        @DefaultValue("2s") Duration retry,
        @DefaultValue("1000") int mostSubscribers) {
    public StreamsProperties {
        if (!heartbeat.isPositive() || !checkpoint.isPositive() || retry.isNegative() || mostSubscribers < 1) {
            throw new IllegalArgumentException(
                    "dovira.streams: heartbeat and checkpoint must be positive, retry not negative, most-subscribers at least 1");
        }
    }
}
