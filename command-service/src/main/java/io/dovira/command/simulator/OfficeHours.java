package io.dovira.command.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When those are at work who answer letters: on weekdays from nine to six. */
final class OfficeHours {
    private static final int OPENS = 9;
    private static final int CLOSES = 18;

    private final ZoneId zone;
    private final Chance chance;

    OfficeHours(ZoneId zone, Chance chance) {
        this.zone = zone;
        this.chance = chance;
    }

    /** The first moment from then on at which somebody is there; what waited for the morning is done in the first hours of it. */
    Instant from(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        boolean waited = false;
        while (isDayOff(local.getDayOfWeek()) || local.getHour() >= CLOSES) {
            local = local.toLocalDate().plusDays(1).atStartOfDay(zone);
            waited = true;
        }
        return local.getHour() >= OPENS && !waited
                ? at
                : chance.later(local.toLocalDate().atTime(OPENS, 0).atZone(zone).toInstant(), 60, 2 * 60 * 60);
    }

    private static boolean isDayOff(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
