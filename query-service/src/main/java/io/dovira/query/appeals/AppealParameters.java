package io.dovira.query.appeals;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Filters;
import io.dovira.access.Caller;
import io.dovira.events.OfficeId;
import io.dovira.events.appeals.AppealState;
import io.dovira.query.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a question within what the caller may see. What cannot be read or is not known is refused. */
final class AppealParameters {
    static final List<String> OF_LIST =
            List.of("office", "state", "dueBefore", "overdue", "q", "page", "limit", "minPosition");
    static final List<String> OF_FIGURES = List.of("office", "from", "to", "minPosition");
    static final int MOST = 500;
    private static final int USUAL = 50;
    private static final int LONGEST_NUMBER = 140;
    private static final List<String> STATES =
            Arrays.stream(AppealState.values()).map(Enum::name).toList();

    private final Map<String, String> given;
    private final Caller caller;

    /** @throws Problem if there is a parameter that is not known */
    AppealParameters(Map<String, String> given, List<String> known, Caller caller) {
        this.given = given;
        this.caller = caller;
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw Problem.unknownParameter(name, known);
            }
        }
    }

    AppealSearch search(Instant now) {
        String overdue = oneOf("overdue", List.of("true", "false"));
        String number = get("q");
        if (number != null && number.length() > LONGEST_NUMBER) {
            throw Problem.unreadable("q", number, "the beginning of a registration number");
        }
        return new AppealSearch(
                office(),
                oneOf("state", STATES),
                instant("dueBefore"),
                overdue == null ? null : Boolean.valueOf(overdue),
                number,
                scope(),
                page(),
                now);
    }

    /** The rounds that began in the time asked for. */
    Bson rounds() {
        List<Bson> all = new ArrayList<>();
        String office = office();
        if (office != null) {
            all.add(eq("office", office));
        }
        Set<String> scope = scope();
        if (scope != null) {
            all.add(in("office", scope));
        }
        Instant from = instant("from");
        if (from != null) {
            all.add(gte("startedAt", from));
        }
        Instant to = instant("to");
        if (to != null) {
            all.add(lt("startedAt", to));
        }
        return all.isEmpty() ? Filters.empty() : and(all);
    }

    int limit() {
        return Math.toIntExact(number("limit", USUAL, 1, MOST));
    }

    long minPosition() {
        return number("minPosition", 0, 0, Long.MAX_VALUE);
    }

    private @Nullable String office() {
        String text = get("office");
        if (text != null) {
            try {
                caller.offices().require(new OfficeId(text));
            } catch (IllegalArgumentException e) {
                throw Problem.unreadable("office", text, "an office id");
            }
        }
        return text;
    }

    private @Nullable Set<String> scope() {
        return caller.offices().every()
                ? null
                : caller.offices().named().stream().map(OfficeId::value).collect(Collectors.toSet());
    }

    private @Nullable String page() {
        String text = get("page");
        if (text == null) {
            return null;
        }
        try {
            return AppealIndex.place(text);
        } catch (IllegalArgumentException e) {
            throw Problem.unreadable("page", text, "a token that an earlier page gave");
        }
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

    private long number(String name, long usual, long least, long most) {
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
        throw Problem.unreadable(name, text, "a whole number from " + least + " to " + most);
    }

    private @Nullable String oneOf(String name, List<String> allowed) {
        String text = get(name);
        if (text != null && !allowed.contains(text)) {
            throw Problem.badValue(name, text, allowed);
        }
        return text;
    }

    /** An empty form field says nothing. */
    private @Nullable String get(String name) {
        String text = given.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
