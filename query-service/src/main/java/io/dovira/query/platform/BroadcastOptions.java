package io.dovira.query.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the streams of the board and of the alarms behave.
 *
 * @param frameGap least time between two frames to a reader, while there are few; changes in between are conflated, latest per office
 * @param wideFrameGap the same when there are more than a hundred readers
 * @param beat how often a reader hears that the stream lives
 * @param mailbox frames that may wait for a slow reader before it gets a fresh snapshot instead
 * @param poll how often to look for changes that another service has written
 * @param mostReaders readers of one stream at once; more are refused
 * @param mostPerAccount the same of one account, so that it does not take the places of all others
 */
@ConfigurationProperties("dovira.live")
public record BroadcastOptions(
        @DefaultValue("20ms") Duration frameGap,
        @DefaultValue("100ms") Duration wideFrameGap,
        @DefaultValue("2s") Duration beat,
        @DefaultValue("64") int mailbox,
        @DefaultValue("250ms") Duration poll,
        @DefaultValue("5000") int mostReaders,
        @DefaultValue("2000") int mostPerAccount) {

    public BroadcastOptions {
        if (mailbox < 1) {
            throw new IllegalArgumentException("dovira.live.mailbox must be positive, not " + mailbox);
        }
        if (mostReaders < 1 || mostPerAccount < 1) {
            throw new IllegalArgumentException(
                    "dovira.live.most-readers and dovira.live.most-per-account must be positive");
        }
    }
}
