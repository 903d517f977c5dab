package io.dovira.query.platform.projector;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How projections run. Correctness depends on none of it.
 *
 * @param batch most facts that are taken before documents are written; at the head there is one in the fold's gap. While it is far behind,
 *     batches grow up to that of a rebuild and write fewer documents: neighbouring facts change the same ones
 * @param documentsInMemory most documents that a projection keeps in memory
 * @param claimTimeout after which another service takes over a projection whose owner shows no sign of life
 * @param standBy how often a service that does not own a projection looks whether it may
 * @param rebuild how a projection is filled again beside the one that is shown
 */
@ConfigurationProperties("dovira.projections")
public record ProjectorOptions(
        @DefaultValue("4000") int batch,
        @DefaultValue("20000") int documentsInMemory,
        @DefaultValue("10s") Duration claimTimeout,
        @DefaultValue("1s") Duration standBy,
        @DefaultValue Rebuild rebuild) {

    /**
     * @param batch most facts that a rebuild, or a projection that is far behind, takes before it writes documents
     * @param liveBudget how long a batch of what is shown may take, from its reading to its position stored; when one takes longer, rebuilds
     *     rest more
     * @param follow how often the build that is kept to go back to takes what is new
     */
    public record Rebuild(
            @DefaultValue("20000") int batch,
            @DefaultValue("40ms") Duration liveBudget,
            @DefaultValue("5s") Duration follow) {

        public Rebuild {
            if (batch < 1 || batch > 100_000) {
                throw new IllegalArgumentException(
                        "dovira.projections.rebuild.batch must be 1 to 100,000, not " + batch);
            }
            if (liveBudget.toMillis() < 1) {
                throw new IllegalArgumentException("dovira.projections.rebuild.live-budget must be at least 1ms");
            }
            if (follow.toMillis() < 1) {
                throw new IllegalArgumentException("dovira.projections.rebuild.follow must be at least 1ms");
            }
        }
    }

    public ProjectorOptions {
        if (batch < 1 || batch > 10_000) {
            throw new IllegalArgumentException("dovira.projections.batch must be 1 to 10,000, not " + batch);
        }
        if (documentsInMemory < 100) {
            throw new IllegalArgumentException("dovira.projections.documents-in-memory must be at least 100");
        }
        if (claimTimeout.toMillis() < 1_000) {
            throw new IllegalArgumentException("dovira.projections.claim-timeout must be at least 1s");
        }
    }
}
