package io.dovira.command.policies;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of a version of a policy. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "PublishPolicy")
record PublishPolicyBody(
        @Schema(description = "Id of the policy; required", example = "custody-without-ruling") @Nullable
        String policy,

        @Schema(description = "What it is about, by language tag; required") @Nullable
        Map<String, String> name,

        @Schema(description = "How long something may take; this or number is required") @Nullable
        LimitBody limit,

        @Schema(description = "How much; this or limit is required", example = "30") @Nullable
        Integer number,

        @Schema(description = "Calendar by which working time is counted", example = "ua-office") @Nullable
        String calendar,

        @Schema(
                description = "Facts that stop its clock for a while; none if absent",
                example = "[\"appeal.info-requested\"]")
        @Nullable
        List<String> pausedBy,

        @Schema(description = "The law or order that it rests on, by language tag; required") @Nullable
        Map<String, String> basis,

        @Schema(description = "From when on it holds; from now on if absent", format = "date-time") @Nullable
        String inForceFrom,

        @Schema(description = "When it ends; open if absent", format = "date-time") @Nullable
        String inForceUntil,

        @Schema(description = "Why it is published; required if it holds for the past") @Nullable
        String reason,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
