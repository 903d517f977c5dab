package io.dovira.command.policies;

import io.dovira.command.platform.Timed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of a calendar. Fields are nullable here because a client may leave them out; the controller says which it may not. */
@Schema(name = "PublishCalendar")
record PublishCalendarBody(
        @Schema(description = "Id of the calendar; required", example = "ua-office") @Nullable
        String calendar,

        @Schema(description = "Its name by language tag; required") @Nullable
        Map<String, String> name,

        @Schema(description = "First local day on which it holds; required", example = "2027-01-01", format = "date")
        @Nullable
        String firstDay,

        @Schema(description = "Opening hours of every week, at least one row; required") @Nullable
        List<HoursBody> weekly,

        @Schema(description = "Holidays and other days with hours of their own; none if absent") @Nullable
        List<ExceptionBody> exceptions,

        @Schema(description = "The law or order that it rests on, by language tag; required") @Nullable
        Map<String, String> basis,

        @Schema(description = "Why it is published; required if its first day has begun") @Nullable
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
