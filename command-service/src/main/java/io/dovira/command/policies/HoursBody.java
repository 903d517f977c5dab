package io.dovira.command.policies;

import io.dovira.command.platform.Fields;
import io.dovira.events.clocks.WeeklyHours;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** Opening hours of every week, in a request and in an answer. */
@Schema(name = "WeeklyHours")
record HoursBody(
        @Schema(
                description = "Required",
                allowableValues = {"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"})
        @Nullable
        String day,

        @Schema(description = "Local time; required", example = "09:00") @Nullable
        String from,

        @Schema(description = "Local time, up to 24:00; required", example = "18:00") @Nullable
        String to) {

    static HoursBody of(WeeklyHours hours) {
        return new HoursBody(hours.day().name(), hours.from(), hours.to());
    }

    /** @throws IllegalArgumentException if they are no hours */
    WeeklyHours read() {
        if (day == null || from == null || to == null) {
            throw new IllegalArgumentException("needs day, from and to in each row");
        }
        return new WeeklyHours(Fields.oneOf(DayOfWeek.class).apply(day), from, to);
    }
}
