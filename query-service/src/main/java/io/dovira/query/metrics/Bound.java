package io.dovira.query.metrics;

import io.dovira.query.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** One end of a range of arrivals: a moment, or a local time that is another moment in each office's zone. */
sealed interface Bound {

    Instant in(ZoneId zone);

    /** The first local day on which this can fall, whatever the zone. */
    LocalDate earliestDay();

    /** The last local day on which this can fall, whatever the zone. */
    LocalDate latestDay();

    record Moment(Instant instant) implements Bound {
        @Override
        public Instant in(ZoneId zone) {
            return instant;
        }

        @Override
        public LocalDate earliestDay() {
            return LocalDate.ofInstant(instant, ZoneOffset.MIN);
        }

        @Override
        public LocalDate latestDay() {
            return LocalDate.ofInstant(instant, ZoneOffset.MAX);
        }
    }

    /** In a gap of summer time it is moved on by the gap; where the clock shows it twice, the first is meant. */
    record Local(LocalDateTime time) implements Bound {
        @Override
        public Instant in(ZoneId zone) {
            return time.atZone(zone).toInstant();
        }

        @Override
        public LocalDate earliestDay() {
            return time.toLocalDate();
        }

        @Override
        public LocalDate latestDay() {
            return time.toLocalDate();
        }
    }

    /** @throws Problem if the text is none of a date, a local date-time, an instant or a date-time with an offset */
    static Bound parse(String parameter, String text) {
        // A plus sign that was not escaped arrives as a blank.
        String value = text.trim().replace(' ', '+');
        try {
            if (value.length() == 10) {
                return new Local(LocalDate.parse(value).atStartOfDay());
            }
            boolean hasOffset = value.endsWith("Z") || value.substring(10).matches(".*[+-].*");
            return hasOffset
                    ? new Moment(OffsetDateTime.parse(value).toInstant())
                    : new Local(LocalDateTime.parse(value));
        } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
            throw Problem.unreadable(
                    parameter,
                    text,
                    "a date (2026-11-23), a local date-time (2026-11-23T09:00) or one with an offset (2026-11-23T09:00:00Z)");
        }
    }
}
