package io.dovira.query.interactions;

import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.visits.LegState;
import io.dovira.query.platform.PageToken;
import io.dovira.query.platform.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    private final QueryParameters given;

    /** @throws io.dovira.query.platform.Problem if there is a parameter that is not known */
    Parameters(Map<String, String> given) {
        this.given = new QueryParameters(given, KNOWN);
    }

    Search search() {
        return new Search(
                given.read("office", text -> new OfficeId(text).value(), "an office id"),
                given.read("organisation", text -> new OrganisationId(text).value(), "an organisation id"),
                given.instant("from"),
                given.instant("to"),
                given.read("id", text -> atMost(text, 120), "the beginning of an id"),
                given.read("ticket", text -> atMost(text, 20), "the beginning of a ticket"),
                given.oneOf("kind", List.of(Interaction.VISIT, Interaction.CASE)),
                given.oneOf("state", STATES),
                given.bool("late"),
                null,
                given.page(PageToken::decode));
    }

    int limit(int usual, int most) {
        return given.limit(usual, most);
    }

    long minPosition() {
        return given.minPosition();
    }

    private static String atMost(String text, int most) {
        if (text.length() > most) {
            throw new IllegalArgumentException("longer than " + most);
        }
        return text;
    }

    private static List<String> states() {
        Stream<String> legs = Arrays.stream(LegState.values()).map(Enum::name);
        return Stream.of(Stream.of(Interaction.ARRIVED), legs, Stream.of("OPEN", "RESPONDED", "CLOSED"))
                .flatMap(each -> each)
                .toList();
    }
}
