package io.dovira.query.obligations;

import io.dovira.access.Caller;
import io.dovira.events.OfficeId;
import io.dovira.events.obligations.ObligationState;
import io.dovira.query.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is asked. What cannot be read or is not known is refused: a list that ignores half of the question misleads. */
final class Parameters {
    private static final List<String> KNOWN =
            List.of("state", "office", "rule", "subject", "dueBefore", "at", "page", "limit", "minPosition");
    private static final List<String> STATES =
            Arrays.stream(ObligationState.values()).map(Enum::name).toList();
    private static final int MOST = 500;
    private static final int LONGEST = 160;

    private final Map<String, String> given;

    /** @throws Problem if there is a parameter that is not known */
    Parameters(Map<String, String> given) {
        this.given = given;
        for (String name : given.keySet()) {
            if (!KNOWN.contains(name)) {
                throw Problem.unknownParameter(name, KNOWN);
            }
        }
    }

    Question question(Instant now, Caller caller) {
        Instant at = instant("at");
        String office = office();
        if (office != null) {
            caller.offices().require(new OfficeId(office));
        }
        return new Question(
                states(),
                at == null ? now : at,
                at != null,
                office,
                text("rule"),
                text("subject"),
                instant("dueBefore"),
                caller.offices().every()
                        ? null
                        : caller.offices().named().stream().map(OfficeId::value).collect(Collectors.toSet()),
                page());
    }

    int limit(int usual) {
        String text = get("limit");
        return text == null ? usual : (int) number("limit", text, 1, MOST, "a number from 1 to " + MOST);
    }

    long minPosition() {
        String text = get("minPosition");
        return text == null ? 0 : number("minPosition", text, 0, Long.MAX_VALUE, "a position");
    }

    /** Several, with commas; every open one if there is none. */
    private Set<ObligationState> states() {
        String text = get("state");
        Set<ObligationState> states = EnumSet.noneOf(ObligationState.class);
        if (text == null) {
            Arrays.stream(ObligationState.values())
                    .filter(ObligationState::isOpen)
                    .forEach(states::add);
            return states;
        }
        for (String one : text.split(",", -1)) {
            if (!STATES.contains(one)) {
                throw Problem.badValue("state", one, STATES);
            }
            states.add(ObligationState.valueOf(one));
        }
        return states;
    }

    private @Nullable String office() {
        String text = get("office");
        if (text != null) {
            try {
                new OfficeId(text);
            } catch (IllegalArgumentException e) {
                throw Problem.unreadable("office", text, "an office id");
            }
        }
        return text;
    }

    private @Nullable String text(String name) {
        String text = get(name);
        if (text != null && text.length() > LONGEST) {
            throw Problem.unreadable(name, text.substring(0, LONGEST), "at most " + LONGEST + " characters");
        }
        return text;
    }

    private @Nullable Instant instant(String name) {
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

    private @Nullable PageToken page() {
        String text = get("page");
        if (text == null) {
            return null;
        }
        try {
            return PageToken.decode(text);
        } catch (IllegalArgumentException e) {
            throw Problem.unreadable("page", text, "a token that an earlier page gave");
        }
    }

    private static long number(String name, String text, long least, long most, String expected) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number out of bounds is.
        }
        throw Problem.unreadable(name, text, expected);
    }

    /** An empty form field says nothing. */
    private @Nullable String get(String name) {
        String text = given.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
