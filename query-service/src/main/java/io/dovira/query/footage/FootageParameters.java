package io.dovira.query.footage;

import io.dovira.events.footage.FootageState;
import io.dovira.query.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a question. What cannot be read or is not known is refused. */
final class FootageParameters {
    static final int MOST = 500;
    private static final Pattern SUBJECT = Pattern.compile("(visit|custody|appeal)-[A-Za-z0-9][A-Za-z0-9._~-]{0,119}");

    private final Map<String, String> given;

    /** @throws Problem if there is a parameter that is not among these */
    FootageParameters(Map<String, String> given, List<String> known) {
        this.given = given;
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw Problem.unknownParameter(name, known);
            }
        }
    }

    @Nullable
    String checked(String name, Consumer<String> check, String expected) {
        String text = get(name);
        if (text != null) {
            try {
                check.accept(text);
            } catch (IllegalArgumentException e) {
                throw Problem.unreadable(name, text, expected);
            }
        }
        return text;
    }

    @Nullable
    String subject(String name) {
        String text = get(name);
        if (text != null && !SUBJECT.matcher(text).matches()) {
            throw Problem.unreadable(name, text, "the stream of a visit, a stay or an appeal, such as visit-0199b1d2");
        }
        return text;
    }

    @Nullable
    FootageState state(String name) {
        List<String> states = Stream.of(FootageState.values()).map(Enum::name).toList();
        String text = get(name);
        if (text != null && !states.contains(text)) {
            throw Problem.badValue(name, text, states);
        }
        return text == null ? null : FootageState.valueOf(text);
    }

    @Nullable
    Boolean bool(String name) {
        String text = get(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw Problem.badValue(name, text, List.of("true", "false"));
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    @Nullable
    Instant instant(String name) {
        String text = get(name);
        if (text == null) {
            return null;
        }
        try {
            // A plus sign that was not encoded arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problem.unreadable(name, text, "a time with offset in ISO 8601, such as 2026-03-02T09:00:00+02:00");
        }
    }

    @Nullable
    FootagePageToken page() {
        String text = get("page");
        if (text == null) {
            return null;
        }
        try {
            return FootagePageToken.decode(text);
        } catch (IllegalArgumentException e) {
            throw Problem.unreadable("page", text, "a token that an earlier page gave");
        }
    }

    long number(String name, long usual, long least, long most) {
        String text = get(name);
        if (text == null) {
            return usual;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number out of bounds is.
        }
        throw Problem.unreadable(name, text, "a number from " + least + " to " + most);
    }

    <T> T required(String name, @Nullable T value, String expected) {
        if (value == null) {
            throw Problem.unreadable(name, "", expected);
        }
        return value;
    }

    /** An empty form field says nothing. */
    private @Nullable String get(String name) {
        String text = given.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
