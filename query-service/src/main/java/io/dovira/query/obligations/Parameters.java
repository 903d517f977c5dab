package io.dovira.query.obligations;

import io.dovira.access.Caller;
import io.dovira.events.OfficeId;
import io.dovira.events.obligations.ObligationState;
import io.dovira.query.platform.PageToken;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.QueryParameters;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is asked. What cannot be read or is not known is refused: a list that ignores half of the question misleads. */
final class Parameters {
    private static final List<String> KNOWN =
            List.of("state", "office", "rule", "subject", "dueBefore", "at", "page", "limit", "minPosition");
    private static final List<String> STATES =
            Arrays.stream(ObligationState.values()).map(Enum::name).toList();
    private static final int MOST = 500;
    private static final int LONGEST = 160;

    private final QueryParameters given;

    /** @throws Problem if there is a parameter that is not known */
    Parameters(Map<String, String> given) {
        this.given = new QueryParameters(given, KNOWN);
    }

    Question question(Instant now, Caller caller) {
        Instant at = given.instant("at");
        String office = given.read("office", text -> new OfficeId(text).value(), "an office id");
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
                given.instant("dueBefore"),
                caller.offices().ids(),
                given.page(PageToken::decode));
    }

    int limit(int usual) {
        return given.limit(usual, MOST);
    }

    long minPosition() {
        return given.minPosition();
    }

    /** Several, with commas; every open one if there is none. */
    private Set<ObligationState> states() {
        String text = given.text("state");
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

    private @Nullable String text(String name) {
        String text = given.text(name);
        if (text != null && text.length() > LONGEST) {
            throw Problem.unreadable(name, text.substring(0, LONGEST), "at most " + LONGEST + " characters");
        }
        return text;
    }
}
