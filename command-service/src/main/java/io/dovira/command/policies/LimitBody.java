package io.dovira.command.policies;

import io.dovira.command.platform.Fields;
import io.dovira.events.clocks.Limit;
import io.dovira.events.clocks.LimitUnit;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long something may take, in a request and in an answer. */
@Schema(name = "Limit")
record LimitBody(
        @Schema(description = "How many of the unit; required", example = "72") @Nullable
        Integer amount,

        @Schema(
                description =
                        "Required. IMMEDIATELY: at once, missed after so many seconds. DAYS, MONTHS and WORKING_DAYS end with the local"
                                + " day; working time is counted by the calendar",
                allowableValues = {"IMMEDIATELY", "SECONDS", "DAYS", "MONTHS", "WORKING_SECONDS", "WORKING_DAYS"},
                example = "SECONDS")
        @Nullable
        String unit) {

    static LimitBody of(Limit limit) {
        return new LimitBody(limit.amount(), limit.unit().name());
    }

    /** @throws IllegalArgumentException if it says no limit */
    Limit read() {
        if (amount == null || unit == null) {
            throw new IllegalArgumentException("needs amount and unit");
        }
        return new Limit(amount, Fields.oneOf(LimitUnit.class).apply(unit));
    }
}
