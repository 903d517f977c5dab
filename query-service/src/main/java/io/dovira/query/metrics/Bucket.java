package io.dovira.query.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;

/**
 * How arrivals are put together in time. Hours and days are those of the office's zone: when the clock is set back, the hour that comes twice
 * is two buckets with different offsets.
 */
enum Bucket {
    HOUR,
    DAY,
    TOTAL;

    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    /** The name in a request. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The bucket's label: {@code 2026-03-29T09:00:00+03:00}, {@code 2026-03-29} or {@code total}. It holds for later arrivals too, up to its
     * end, so that it need not be made for each of them.
     */
    Label label(long arrived, ZoneId zone) {
        return switch (this) {
            case HOUR -> hour(Instant.ofEpochMilli(arrived), zone);
            case DAY -> {
                LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(arrived), zone);
                long end = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
                yield new Label(day.toEpochDay(), day.toString(), end);
            }
            case TOTAL -> Label.TOTAL;
        };
    }

    private static Label hour(Instant arrived, ZoneId zone) {
        ZonedDateTime hour = arrived.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        // The next hour on the clock: where summer time shifts by half an hour, an hour may be half as long, and the
        // rest of one may have another offset and so another label.
        Instant end = LocalDateTime.ofInstant(arrived, zone)
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1)
                .atZone(zone)
                .toInstant();
        ZoneOffsetTransition shift = zone.getRules().nextTransition(arrived);
        if (shift != null && shift.getInstant().isBefore(end)) {
            end = shift.getInstant();
        }
        return new Label(hour.toInstant().toEpochMilli(), hour.format(HOURS), end.toEpochMilli());
    }

    /**
     * @param order by which labels are sorted
     * @param end arrivals before it, from one that has the label on, have it too
     */
    record Label(long order, String text, long end) {
        static final Label TOTAL = new Label(0, "total", Long.MAX_VALUE);
    }
}
