package io.dovira.command.imports.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** One way to write a moment. Immutable and thread-safe. */
public final class TimeFormat {

    private enum Form {
        LETTERS,
        EPOCH_SECONDS,
        EPOCH_MILLIS
    }

    private final String pattern;
    private final Form form;
    private final DateTimeFormatter formatter;

    private TimeFormat(String pattern, Form form, DateTimeFormatter formatter) {
        this.pattern = pattern;
        this.form = form;
        this.formatter = formatter;
    }

    /**
     * A format of the mapping language: {@code iso}, {@code epoch-seconds}, {@code epoch-millis} or letters of
     * {@link DateTimeFormatter}. {@code y} is the year; two of them mean 2000 to 2099.
     *
     * @throws IllegalArgumentException if the letters mean nothing, or the year is a week-based one
     */
    public static TimeFormat of(String pattern) {
        return switch (pattern) {
            case "iso" -> new TimeFormat(pattern, Form.LETTERS, iso());
            case "epoch-seconds" -> new TimeFormat(pattern, Form.EPOCH_SECONDS, iso());
            case "epoch-millis" -> new TimeFormat(pattern, Form.EPOCH_MILLIS, iso());
            default -> new TimeFormat(pattern, Form.LETTERS, letters(pattern));
        };
    }

    private static DateTimeFormatter iso() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalStart()
                .appendPattern("['T'][ ]")
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .optionalStart()
                .appendPattern("[ ][XXX][XX][X]")
                .optionalEnd()
                .optionalEnd()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static DateTimeFormatter letters(String pattern) {
        StringBuilder years = new StringBuilder(pattern);
        boolean quoted = false;
        for (int i = 0; i < years.length(); i++) {
            char letter = years.charAt(i);
            if (letter == '\'') {
                quoted = !quoted;
            } else if (!quoted && letter == 'Y') {
                throw new IllegalArgumentException(
                        "Y is the year of the week, wrong in the last days of December; the year is y");
            } else if (!quoted && letter == 'y') {
                // A strict formatter wants an era beside y, and u is the year without one.
                years.setCharAt(i, 'u');
            }
        }
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(years.toString())
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Reads a text: an {@link Instant}, an {@link OffsetDateTime} or, without an offset, a {@link LocalDateTime} (midnight if the
     * pattern has no time of day).
     *
     * @throws DateTimeException if the text is not of this format
     */
    public TemporalAccessor read(String text) {
        return switch (form) {
            case EPOCH_SECONDS -> Instant.ofEpochSecond(number(text));
            case EPOCH_MILLIS -> Instant.ofEpochMilli(number(text));
            case LETTERS -> moment(formatter.parse(text));
        };
    }

    private static TemporalAccessor moment(TemporalAccessor parsed) {
        if (!parsed.isSupported(ChronoField.HOUR_OF_DAY)) {
            return LocalDate.from(parsed).atStartOfDay();
        }
        return parsed.isSupported(ChronoField.OFFSET_SECONDS)
                ? OffsetDateTime.from(parsed)
                : LocalDateTime.from(parsed);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new DateTimeException("not a whole number: " + text, e);
        }
    }

    @Override
    public String toString() {
        return pattern;
    }
}
