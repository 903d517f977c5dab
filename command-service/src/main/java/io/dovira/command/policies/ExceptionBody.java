package io.dovira.command.policies;

import io.dovira.command.platform.Fields;
import io.dovira.events.clocks.DatedHours;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A day on which other hours hold, in a request and in an answer. */
@Schema(name = "DatedHours")
record ExceptionBody(
        @Schema(description = "Local day; required", example = "2026-08-24", format = "date") @Nullable
        String day,

        @Schema(description = "Local time; absent, with to, on a day on which nobody works", example = "10:00")
        @Nullable
        String from,

        @Schema(description = "Local time, up to 24:00", example = "14:00") @Nullable
        String to,

        @Schema(description = "Why, by language tag; required") @Nullable
        Map<String, String> name) {

    static ExceptionBody of(DatedHours hours) {
        return new ExceptionBody(hours.day().toString(), hours.from(), hours.to(), hours.name());
    }

    /** @throws IllegalArgumentException if it is no such day */
    DatedHours read() {
        if (day == null || name == null) {
            throw new IllegalArgumentException("needs day and name in each row");
        }
        return new DatedHours(
                LocalDate.parse(day), from, to, Fields.names("name").apply(name));
    }
}
