package io.dovira.query.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a question. What cannot be read or is not known is refused: an answer to half of the question misleads. Absent ones are null, and
 * an empty form field is absent.
 */
public final class QueryParameters {
    private static final String DAY = "a day, such as 2026-03-02";
    private static final String TIME = "a time with offset in ISO 8601, such as 2026-03-02T09:00:00+02:00";

    private static final int MOST_LISTED = 100;

    /** As many as always fit. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private final Map<String, String> given;

    /** @throws Problem if there is a parameter that is not among the known ones */
    public QueryParameters(Map<String, String> given, Collection<String> known) {
        this.given = given;
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw Problem.unknownParameter(name, known);
            }
        }
    }

    public @Nullable String text(String name) {
        String text = given.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Several values with commas between them; empty if it is absent. */
    public Set<String> many(String name) {
        String text = given.get(name);
        return text == null ? Set.of() : many(List.of(text));
    }

    /** Values of a parameter that may be repeated, or hold several with commas between them. What is empty between commas says nothing. */
    public static Set<String> many(Collection<String> values) {
        Set<String> all = new LinkedHashSet<>();
        for (String value : values) {
            for (String one : value.split(",", -1)) {
                if (!one.isBlank()) {
                    all.add(one.strip());
                }
            }
        }
        return all;
    }

    /**
     * As below, of values that each of the offices knows some of; they are gathered only if something is wanted.
     *
     * @throws Problem if a value that is wanted is known to none of them
     */
    public static void requireKnown(
            String name,
            Collection<String> wanted,
            Collection<Office> offices,
            Function<Office, ? extends Collection<String>> values) {
        if (!wanted.isEmpty()) {
            requireKnown(
                    name,
                    wanted,
                    offices.stream()
                            .flatMap(office -> values.apply(office).stream())
                            .collect(Collectors.toSet()));
        }
    }

    /** @throws Problem if a value that is wanted is not among the known ones */
    public static void requireKnown(String name, Collection<String> wanted, Collection<String> known) {
        for (String value : wanted) {
            if (!known.contains(value)) {
                throw Problem.badValue(
                        name, value, known.stream().sorted().limit(MOST_LISTED).toList());
            }
        }
    }

    /** @throws Problem if it is none of those allowed */
    public @Nullable String oneOf(String name, Collection<String> allowed) {
        String text = text(name);
        if (text != null && !allowed.contains(text)) {
            throw Problem.badValue(name, text, allowed);
        }
        return text;
    }

    public @Nullable Boolean bool(String name) {
        String text = oneOf(name, List.of("true", "false"));
        return text == null ? null : Boolean.valueOf(text);
    }

    /** @param reading throws an {@link IllegalArgumentException} for what it cannot read; refused then as not being what was expected */
    public <T> @Nullable T read(String name, Function<String, T> reading, String expected) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.unreadable(name, text, expected);
        }
    }

    /** A day of the calendar, wherever the day is meant. */
    public @Nullable LocalDate day(String name) {
        return day(name, given.get(name));
    }

    /** @throws Problem if the text is no day */
    public static @Nullable LocalDate day(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Problem.unreadable(name, text, DAY);
        }
    }

    public @Nullable Instant instant(String name) {
        String text = text(name);
        return text == null ? null : instant(name, text);
    }

    /** @throws Problem if the text is no time with offset */
    public static Instant instant(String name, String text) {
        try {
            // A plus sign that was not encoded arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problem.unreadable(name, text, TIME);
        }
    }

    /** A whole number within bounds, both inclusive, in digits alone; the usual one if it is absent. */
    public long number(String name, long usual, long least, long most, String expected) {
        String text = text(name);
        if (text == null) {
            return usual;
        }
        if (DIGITS.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Problem.unreadable(name, text, expected);
    }

    /** How many things a page holds. */
    public int limit(int usual, int most) {
        return (int) number("limit", usual, 1, most, "a number from 1 to " + most);
    }

    /** To which position the answer must be complete; 0 if any will do. */
    public long minPosition() {
        return number("minPosition", 0, 0, Long.MAX_VALUE, "a position");
    }

    /** Where the page before ended; null on the first one. */
    public <T> @Nullable T page(Function<String, T> token) {
        return read("page", token, "a token that an earlier page gave");
    }
}
