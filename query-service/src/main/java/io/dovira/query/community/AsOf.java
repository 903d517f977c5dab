package io.dovira.query.community;

import io.dovira.query.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The moment that is asked about: one for all, or the end of a local day, which is another moment in each zone. */
sealed interface AsOf {
    Instant in(ZoneId zone);

    record Moment(Instant instant) implements AsOf {
        @Override
        public Instant in(ZoneId zone) {
            return instant;
        }

        @Override
        public String toString() {
            return instant.toString();
        }
    }

    record Day(LocalDate day) implements AsOf {
        @Override
        public Instant in(ZoneId zone) {
            return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        }

        @Override
        public String toString() {
            return day.toString();
        }
    }

    /** @throws Problem if the text is neither a day nor a time with an offset */
    static AsOf parse(@Nullable String text, Instant now) {
        if (text == null || text.isBlank()) {
            return new Moment(now);
        }
        // A plus sign that was not escaped arrives as a blank.
        String value = text.strip().replace(' ', '+');
        try {
            return value.length() == 10
                    ? new Day(LocalDate.parse(value))
                    : new Moment(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException e) {
            throw Problem.unreadable("asOf", text, "a day (2026-03-02) or a time with offset (2026-03-02T09:00:00Z)");
        }
    }
}
