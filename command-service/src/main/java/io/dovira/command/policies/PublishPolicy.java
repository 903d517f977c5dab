package io.dovira.command.policies;

import io.dovira.events.CalendarId;
import io.dovira.events.PolicyId;
import io.dovira.events.clocks.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new version of a policy, or the first. It holds from {@code inForceFrom} on; from now on if that is null. */
public record PublishPolicy(
        PolicyId policy,
        Map<String, String> name,
        @Nullable Limit limit,
        @Nullable Integer number,
        @Nullable CalendarId calendar,
        List<String> pausedBy,
        Map<String, String> basis,
        @Nullable Instant inForceFrom,
        @Nullable Instant inForceUntil,
        @Nullable String reason)
        implements PolicyCommand {}
