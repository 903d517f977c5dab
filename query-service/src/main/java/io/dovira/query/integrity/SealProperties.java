package io.dovira.query.integrity;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is sealed.
 *
 * @param sign whether this service seals; one that does not shows what others have sealed
 * @param database database of the tiles and the head
 * @param origin name of this log in the world, and of its key; taken when the key is made, by default the query URL without its scheme
 * @param directory where the key and the last signed head lie; {@code seal} in the data directory by default
 * @param keyFile the signing key, when it is not to be made in the directory
 * @param interval how long events are gathered for one head
 * @param patrol sealed events that are compared with the log again in a second; 0 for none
 */
@ConfigurationProperties("dovira.seal")
record SealProperties(
        @DefaultValue("true") boolean sign,
        @DefaultValue("dovira_seal") String database,
        @Nullable String origin,
        @Nullable Path directory,
        @Nullable Path keyFile,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("2000") int patrol) {

    SealProperties {
        if (!interval.isPositive() || interval.compareTo(Duration.ofMinutes(1)) > 0 || patrol < 0) {
            throw new IllegalArgumentException(
                    "dovira.seal: interval must be positive and at most a minute, patrol not negative");
        }
    }
}
