package io.dovira.command.policies;

import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyHistory;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A policy as a client sees it. Names are by language tag. */
@Schema(name = "Policy")
record ShownPolicy(
        @Schema(example = "custody-without-ruling") String id,

        @Schema(description = "The version valid at the time asked for; null if none is", example = "2") @Nullable
        Integer inForce,

        @Schema(description = "All it ever had, in order") List<Version> versions) {

    @Schema(name = "PolicyVersion")
    record Version(
            int version,

            @Schema(description = "How facts name it", example = "custody-without-ruling@2")
            String ref,

            Map<String, String> name,
            @Nullable LimitBody limit,
            @Nullable Integer number,
            @Nullable String calendar,

            @Schema(description = "Facts that stop its clock")
            List<String> pausedBy,

            @Schema(description = "Law or order") Map<String, String> basis,
            Instant inForceFrom,
            @Nullable Instant inForceUntil,

            @Schema(description = "Published or ended for the past")
            boolean retroactive,

            @Schema(description = "Published by mistake") boolean withdrawn) {

        static Version of(Policy policy) {
            return new Version(
                    policy.version(),
                    policy.ref(),
                    policy.name(),
                    policy.limit() == null ? null : LimitBody.of(policy.limit()),
                    policy.number(),
                    policy.calendar() == null ? null : Objects.toString(policy.calendar()),
                    policy.pausedBy(),
                    policy.basis(),
                    policy.inForceFrom(),
                    policy.inForceUntil(),
                    policy.retroactive(),
                    policy.withdrawn());
        }
    }

    static ShownPolicy of(PolicyHistory policy, Instant at) {
        return new ShownPolicy(
                policy.id().value(),
                policy.at(at).map(Policy::version).orElse(null),
                policy.versions().stream().map(Version::of).toList());
    }
}
