package io.dovira.query.custody;

import io.dovira.access.Caller;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.custody.Phase;
import io.dovira.query.platform.PageToken;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.QueryParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a question. What cannot be read or is not known is refused: an answer to half of the question misleads. */
final class Question {
    static final String HELD = "HELD";
    static final String ENDED = "ENDED";
    static final List<String> STATES = Stream.concat(
                    Stream.of(HELD, ENDED), Arrays.stream(Phase.values()).map(Phase::name))
            .toList();
    private static final int MOST = 500;

    private final QueryParameters given;
    private final Caller caller;

    /** @throws Problem if there is a parameter that is not among those known */
    Question(Map<String, String> given, Caller caller, String... known) {
        this.given = new QueryParameters(given, List.of(known));
        this.caller = caller;
    }

    /**
     * The units that are asked for: the one that is named, else all that the caller may see; null for all there are.
     *
     * @throws io.dovira.access.OfficeOutsideScope if the caller may not see the one that is named
     */
    @Nullable
    List<String> units() {
        String unit = given.text("unit");
        if (unit != null) {
            try {
                caller.offices().require(new OfficeId(unit));
            } catch (IllegalArgumentException e) {
                throw Problem.unreadable("unit", unit, "the id of an office");
            }
            return List.of(unit);
        }
        Set<String> scope = caller.offices().ids();
        return scope == null ? null : scope.stream().sorted().toList();
    }

    String state() {
        String state = given.oneOf("state", STATES);
        return state == null ? HELD : state;
    }

    /** Null for every origin, each apart. */
    @Nullable
    Origin origin() {
        String origin = given.oneOf(
                "origin", Arrays.stream(Origin.values()).map(Origin::name).toList());
        return origin == null ? null : Origin.valueOf(origin);
    }

    @Nullable
    String role() {
        return given.text("role");
    }

    int limit(int usual) {
        return given.limit(usual, MOST);
    }

    long minPosition() {
        return given.minPosition();
    }

    /** A local day; null if it is not given. */
    @Nullable
    LocalDate day(String name) {
        return given.day(name);
    }

    /** Where the page before ended; null on the first one. */
    @Nullable
    PageToken page() {
        return given.page(PageToken::decode);
    }
}
