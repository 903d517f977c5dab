package io.dovira.command.community;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of published figures; at least one of the three. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "PublishFigures")
record FiguresBody(
        @Schema(description = "Id, chosen by the client; made here if absent", example = "kmu-2021-03") @Nullable
        String publication,

        @Schema(description = "Unit that records it; required", example = "vinnytsia-02") @Nullable
        String office,

        @Schema(description = "Who says so, and where it was published; required", example = "fin.org.ua") @Nullable
        String source,

        @Schema(description = "Of which day; required", example = "2021-03-03") @Nullable
        String asOf,

        @Schema(description = "Communities with an officer", example = "273") @Nullable
        Integer communities,

        @Schema(description = "Community officers", example = "450") @Nullable
        Integer officers,

        @Schema(description = "People in those communities", example = "3500000") @Nullable
        Integer people,

        @Schema(description = "When it happened; now if absent", example = "2026-03-02T08:47:00Z", format = "date-time")
        @Nullable
        String occurredAt,

        @Schema(
                description = "How well that is known; ESTIMATED if absent and occurredAt is given",
                allowableValues = {"EXACT", "ESTIMATED"})
        @Nullable
        String timeQuality)
        implements Timed {}
