package io.dovira.command.platform;

import io.dovira.events.Names;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a request into values that check themselves, and collects what is wrong with all of them before it refuses.
 *
 * <pre>{@code
 * Fields.read(f -> new CallVisitor(visit, f.required("desk", body.desk(), DeskId::new), f.optional("staff", body.staff(), StaffId::new)))
 * }</pre>
 */
public final class Fields {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Function<String, String> NAME = text(300);
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final List<FieldError> errors = new ArrayList<>();

    private Fields() {}

    /**
     * The value that was read.
     *
     * @throws InvalidRequest if a field is missing or wrong
     */
    public static <T> T read(Function<Fields, T> reading) {
        Fields fields = new Fields();
        T value = null;
        try {
            value = reading.apply(fields);
        } catch (RuntimeException e) {
            // A record that refuses the null in place of a wrong field; what is wrong is collected already.
            if (fields.errors.isEmpty()) {
                throw e;
            }
        }
        if (value == null || !fields.errors.isEmpty()) {
            throw new InvalidRequest(fields.errors);
        }
        return value;
    }

    /** A field that must be there. */
    @SuppressWarnings("NullAway") // What is built around the missing value is thrown away by read().
    public <A, T> T required(String field, @Nullable A given, Function<A, T> value) {
        T read = optional(field, given, value);
        if (given == null) {
            wrong(field, "is required");
        }
        return read;
    }

    /** A field that may be absent. */
    public <A, T> @Nullable T optional(String field, @Nullable A given, Function<A, T> value) {
        if (given == null) {
            return null;
        }
        try {
            return value.apply(given);
        } catch (IllegalArgumentException | DateTimeException e) {
            wrong(field, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void wrong(String field, String reason) {
        errors.add(new FieldError(field, reason));
    }

    /** Text that is not blank and not too long. */
    public static Function<String, String> text(int longest) {
        return given -> {
            if (given.isBlank() || given.length() > longest) {
                throw new IllegalArgumentException("must be 1 to " + longest + " characters");
            }
            if (given.codePoints().anyMatch(Fields::isNoCharacter)) {
                throw new IllegalArgumentException("must be Unicode text without NUL");
            }
            return given;
        };
    }

    /** Half a surrogate pair, or NUL: neither can be stored and given back as it was. */
    private static boolean isNoCharacter(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    /** Names by language tag: each of them a text, at least one. */
    public static Function<Map<String, String>, Map<String, String>> names(String what) {
        return given -> {
            // JSON may hold a null where the type says text.
            if (given.containsValue(null)) {
                throw new IllegalArgumentException("has a language without a name");
            }
            Map<String, String> names = new LinkedHashMap<>(given);
            names.replaceAll((language, name) -> NAME.apply(name));
            return Names.checked(what, names);
        };
    }

    /** A constant, in any case, with hyphens or underscores. */
    public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return given -> {
            try {
                return Enum.valueOf(type, given.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "must be one of " + Arrays.toString(type.getEnumConstants()) + ", not '" + given + "'", e);
            }
        };
    }

    /** A whole number within limits, both included. */
    public static Function<Integer, Integer> between(int least, int most) {
        return given -> {
            if (given < least || given > most) {
                throw new IllegalArgumentException("must be " + least + " to " + most + ", not " + given);
            }
            return given;
        };
    }

    /** A number from 1 in a path. */
    public static Integer ordinal(String given) {
        if (!given.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("must be a number from 1, not '" + given + "'");
        }
        return Integer.valueOf(given);
    }

    /** Each element read as one; JSON may hold a null where the type says text. */
    public static <A, T> Function<List<A>, List<T>> each(Function<A, T> one) {
        return given -> {
            if (given.contains(null)) {
                throw new IllegalArgumentException("has an element that is null");
            }
            return given.stream().map(one).toList();
        };
    }

    /** A day in ISO 8601, such as {@code 2026-03-02}. */
    public static LocalDate day(String given) {
        try {
            LocalDate day = LocalDate.parse(given);
            if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
                throw new IllegalArgumentException("must lie between " + FIRST_DAY + " and " + LAST_DAY);
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a day in ISO 8601, such as 2026-03-02, not '" + given + "'", e);
        }
    }

    /** An instant in ISO 8601 with its offset, such as {@code 2026-03-02T08:30:00Z}; kept to the millisecond. */
    public static Instant instant(String given) {
        try {
            Instant instant = Instant.parse(given);
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new IllegalArgumentException("must lie between " + EARLIEST + " and " + LATEST);
            }
            return Instant.ofEpochMilli(instant.toEpochMilli());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "must be an instant in ISO 8601, such as 2026-03-02T08:30:00Z, not '" + given + "'", e);
        }
    }
}
