package io.dovira.query.interactions;

import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.visits.LegState;
import io.dovira.query.platform.PageToken;
import io.dovira.query.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a search. What cannot be read or is not known is refused: a search that ignores half of the question misleads. */
final class Parameters {
    static final List<String> KNOWN = List.of(
            "office",
            "organisation",
            "from",
            "to",
            "id",
            "ticket",
            "kind",
            "state",
            "late",
            "page",
            "limit",
            "minPosition");
    static final List<String> STATES = states();
    static final int MOST = 500;

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

    Search search() {
        return new Search(
                checked("office", text -> new OfficeId(text), "an office id"),
                checked("organisation", text -> new OrganisationId(text), "an organisation id"),
                instant("from"),
                instant("to"),
                checked("id", text -> length(text, 120), "the beginning of an id"),
                checked("ticket", text -> length(text, 20), "the beginning of a ticket"),
                oneOf("kind", List.of(Interaction.VISIT, Interaction.CASE)),
                oneOf("state", STATES),
                bool("late"),
                null,
                page());
    }

    int limit(int usual, int most) {
        String text = get("limit");
        if (text == null) {
            return usual;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number out of bounds is.
        }
        throw Problem.unreadable("limit", text, "a number from 1 to " + most);
    }

    long minPosition() {
        String text = get("minPosition");
        if (text == null) {
            return 0;
        }
        try {
            long position = Long.parseLong(text);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a negative one is.
        }
        throw Problem.unreadable("minPosition", text, "a position");
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

    private @Nullable Instant instant(String name) {
        String text = get(name);
        return text == null ? null : instant(name, text);
    }

    static Instant instant(String name, String text) {
        try {
            // A plus sign that was not encoded arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problem.unreadable(name, text, "a time with offset in ISO 8601, such as 2026-03-02T09:00:00+02:00");
        }
    }

    private @Nullable Boolean bool(String name) {
        String text = oneOf(name, List.of("true", "false"));
        return text == null ? null : Boolean.valueOf(text);
    }

    private @Nullable String oneOf(String name, List<String> allowed) {
        String text = get(name);
        if (text != null && !allowed.contains(text)) {
            throw Problem.badValue(name, text, allowed);
        }
        return text;
    }

    private @Nullable String checked(String name, Consumer<String> check, String expected) {
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

    private static void length(String text, int most) {
        if (text.length() > most) {
            throw new IllegalArgumentException("longer than " + most);
        }
    }

    /** An empty form field says nothing. */
    private @Nullable String get(String name) {
        String text = given.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<String> states() {
        Stream<String> legs = Arrays.stream(LegState.values()).map(Enum::name);
        return Stream.of(Stream.of(Interaction.ARRIVED), legs, Stream.of("OPEN", "RESPONDED", "CLOSED"))
                .flatMap(each -> each)
                .toList();
    }
}
