package io.dovira.query.obligations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of obligations, the most urgent first. */
record ObligationsPage(
        @Schema(description = "To which the list is complete")
        long position,

        @Schema(description = "The moment by which the states are told")
        Instant at,

        List<FoundObligation> items,

        @Schema(description = "Token of the next page; null on the last one") @Nullable
        String next) {}
