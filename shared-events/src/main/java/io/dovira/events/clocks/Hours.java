package io.dovira.events.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of one local day, in minutes after its midnight.
 *
 * @param from first minute, 0 to 1,439
 * @param to minute after the last one; 1,440 is the end of the day
 */
public record Hours(int from, int to) {
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)|24:00");
    private static final int DAY = 24 * 60;

    public Hours {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("opening hours end after they begin, on the same day");
        }
    }

    /** @throws IllegalArgumentException if they are not written as {@code 09:00} or {@code 24:00}, or end before they begin */
    public static Hours of(String from, String to) {
        return new Hours(minute(from), minute(to));
    }

    private static int minute(String time) {
        Matcher parts = TIME.matcher(time);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a time of day is written as 09:00, or 24:00 for its end, not '" + time + "'");
        }
        return parts.group(1) == null ? DAY : Integer.parseInt(parts.group(1)) * 60 + Integer.parseInt(parts.group(2));
    }

    Instant opens(LocalDate day, ZoneId zone) {
        return instant(day, from, zone);
    }

    Instant closes(LocalDate day, ZoneId zone) {
        return instant(day, to, zone);
    }

    /** A time that the clock change leaves out is the moment of the change; of one that comes twice the first is meant. */
    private static Instant instant(LocalDate day, int minute, ZoneId zone) {
        LocalDateTime local = day.atStartOfDay().plusMinutes(minute);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    /** Refuses stretches that overlap; they must come in order. */
    static void requireApart(List<Hours> ofOneDay) {
        for (int i = 1; i < ofOneDay.size(); i++) {
            if (ofOneDay.get(i).from < ofOneDay.get(i - 1).to) {
                throw new IllegalArgumentException("opening hours of one day must not overlap");
            }
        }
    }
}
