package io.dovira.command.policies;

import io.dovira.events.policies.CalendarHistory;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A calendar as a client sees it. Names are by language tag. */
@Schema(name = "Calendar")
record ShownCalendar(
        @Schema(example = "ua-office") String id,
        Map<String, String> name,

        @Schema(description = "Each holds until the next one begins")
        List<Period> periods) {

    @Schema(name = "CalendarPeriod")
    record Period(
            LocalDate firstDay,
            List<HoursBody> weekly,
            List<ExceptionBody> exceptions,
            @Schema(description = "Law or order") Map<String, String> basis,

            @Schema(description = "Its first day had begun when it was published")
            boolean retroactive) {}

    static ShownCalendar of(CalendarHistory calendar) {
        return new ShownCalendar(
                calendar.id().value(),
                calendar.name(),
                calendar.published().stream()
                        .map(f -> new Period(
                                f.firstDay(),
                                f.weekly().stream().map(HoursBody::of).toList(),
                                f.exceptions().stream().map(ExceptionBody::of).toList(),
                                f.basis(),
                                f.retroactive()))
                        .toList());
    }
}
