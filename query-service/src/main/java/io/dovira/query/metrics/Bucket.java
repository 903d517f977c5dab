package io.dovira.query.metrics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * How arrivals are put together in time. Hours and days are those of the office's zone: when the clock is set back, the hour that comes twice
 * is two buckets with different offsets.
 */
enum Bucket {
    HOUR,
    DAY,
    TOTAL;

    /** The name in a request. */
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The bucket's label: {@code 2026-03-29T09:00:00+03:00}, {@code 2026-03-29} or {@code total}. */
    Label label(long arrived, ZoneId zone) {
        return switch (this) {
            case HOUR -> {
                ZonedDateTime hour = Instant.ofEpochMilli(arrived).atZone(zone).truncatedTo(ChronoUnit.HOURS);
                yield new Label(
                        hour.toInstant().toEpochMilli(),
                        hour.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx")));
            }
            case DAY -> {
                ZonedDateTime day = Instant.ofEpochMilli(arrived).atZone(zone).truncatedTo(ChronoUnit.DAYS);
                yield new Label(
                        day.toLocalDate().toEpochDay(), day.toLocalDate().toString());
            }
            case TOTAL -> Label.TOTAL;
        };
    }

    /** @param order by which labels are sorted */
    record Label(long order, String text) {
        static final Label TOTAL = new Label(0, "total");
    }
}
