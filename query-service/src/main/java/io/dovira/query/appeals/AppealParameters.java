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
import io.dovira.query.platform.QueryParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final QueryParameters given;
    private final Caller caller;

    /** @throws Problem if there is a parameter that is not known */
    AppealParameters(Map<String, String> given, List<String> known, Caller caller) {
        this.given = new QueryParameters(given, known);
        this.caller = caller;
    }

    AppealSearch search(Instant now) {
        Boolean overdue = given.bool("overdue");
        String number = given.text("q");
        if (number != null && number.length() > LONGEST_NUMBER) {
            throw Problem.unreadable("q", number, "the beginning of a registration number");
        }
        return new AppealSearch(
                office(),
                given.oneOf("state", STATES),
                given.instant("dueBefore"),
                overdue,
                number,
                caller.offices().ids(),
                given.page(AppealIndex::place),
                now);
    }

    /** The rounds that began in the time asked for. */
    Bson rounds() {
        List<Bson> all = new ArrayList<>();
        String office = office();
        if (office != null) {
            all.add(eq("office", office));
        }
        Set<String> scope = caller.offices().ids();
        if (scope != null) {
            all.add(in("office", scope));
        }
        Instant from = given.instant("from");
        if (from != null) {
            all.add(gte("startedAt", from));
        }
        Instant to = given.instant("to");
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
        String text = given.text("office");
        if (text != null) {
            try {
                caller.offices().require(new OfficeId(text));
            } catch (IllegalArgumentException e) {
                throw Problem.unreadable("office", text, "an office id");
            }
        }
        return text;
    }

    private long number(String name, long usual, long least, long most) {
        return given.number(name, usual, least, most, "a whole number from " + least + " to " + most);
    }
}
