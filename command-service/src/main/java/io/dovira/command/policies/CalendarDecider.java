package io.dovira.command.policies;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.clocks.Timetable;
import io.dovira.events.policies.CalendarHistory;
import io.dovira.events.policies.CalendarPublished;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may happen to a calendar, and when. Pure. */
final class CalendarDecider {
    /** Where a day begins first. A calendar has no place, so a day counts as begun as soon as it has begun anywhere. */
    private static final ZoneOffset EARLIEST_DAWN = ZoneOffset.ofHours(14);

    private CalendarDecider() {}

    static Decision decide(@Nullable CalendarHistory calendar, CalendarCommand command, Moment moment) {
        Optional<Decision> future = moment.ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        Instant last = calendar == null ? Instant.MIN : calendar.lastAt();
        return moment.notBefore(last, () -> switch (command) {
            case PublishCalendar c -> publish(calendar, c, moment);
        });
    }

    private static Decision publish(@Nullable CalendarHistory calendar, PublishCalendar c, Moment moment) {
        try {
            new Timetable(c.weekly(), c.exceptions());
        } catch (IllegalArgumentException e) {
            return Decision.refuse(PolicyReason.HOURS_UNCLEAR, e.getMessage() + ".");
        }
        boolean retroactive = hasBegun(c.firstDay(), moment.now());
        if (retroactive && c.reason() == null) {
            return Decision.refuse(
                    PolicyReason.REASON_NEEDED, c.firstDay() + " has begun, in the east at least. Say why it changes.");
        }
        CalendarPublished published = new CalendarPublished(
                c.calendar(), c.name(), c.firstDay(), c.weekly(), c.exceptions(), c.basis(), retroactive, c.reason());
        boolean same = calendar != null && calendar.published().contains(published);
        return same
                ? Decision.refuse(PolicyReason.NOTHING_CHANGED, "The calendar says so.")
                : Decision.accept(published);
    }

    private static boolean hasBegun(LocalDate day, Instant now) {
        return !day.isAfter(now.atOffset(EARLIEST_DAWN).toLocalDate());
    }
}
