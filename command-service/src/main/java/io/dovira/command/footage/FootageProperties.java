package io.dovira.command.footage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the content of footage lies and how it is looked after.
 *
 * @param store {@code DIRECTORY} or {@code S3}
 * @param directory of the store, or of uploads on their way to S3; {@code footage} below the data directory if absent
 * @param s3 the bucket
 * @param largest content of one segment
 * @param viewing requests of one person for one file and purpose are one access for so long
 * @param checkEvery every file's hash is computed again at least so often
 * @param checkRate bytes a second that checks read at most
 * @param pauseBetweenRounds from the end of one round over all segments to the beginning of the next
 */
@ConfigurationProperties("dovira.footage")
record FootageProperties(
        @DefaultValue("DIRECTORY") Kind store,
        @Nullable Path directory,
        @DefaultValue S3 s3,
        @DefaultValue("4GB") DataSize largest,
        @DefaultValue("15m") Duration viewing,
        @DefaultValue("30d") Duration checkEvery,
        @DefaultValue("32MB") DataSize checkRate,
        @DefaultValue("1h") Duration pauseBetweenRounds) {

    enum Kind {
        DIRECTORY,
        S3
    }

    /**
     * @param endpoint of a store that is not Amazon's; absent for Amazon's
     * @param region of the bucket
     * @param bucket its name
     * @param prefix of every key; empty, or ends in a slash
     * @param pathStyle whether the bucket stands in the path and not in the host name, as small stores want it
     * @param accessKey absent: the environment's own credentials
     * @param secretKey belongs to the access key
     */
    record S3(
            @Nullable URI endpoint,
            @DefaultValue("eu-central-1") String region,
            @DefaultValue("dovira-footage") String bucket,
            @DefaultValue("") String prefix,
            @DefaultValue("false") boolean pathStyle,
            @Nullable String accessKey,
            @Nullable String secretKey) {
        @Override
        public String toString() {
            return "S3[" + endpoint + ", " + region + ", " + bucket + ", " + prefix + "]";
        }
    }
}
