package io.dovira.query.compare;

import io.dovira.events.Origin;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.QueryParameters;
import io.dovira.query.platform.ShareQuestion;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Reads a question from the parameters of a request; what it does not understand it refuses, with what it would understand. */
final class CompareRequest {
    private static final List<String> FUNNEL = List.of(
            "measure", "organisation", "region", "service", "channel", "origin", "from", "to", "asOf", "minPosition");
    private static final List<String> CONTROL =
            List.of("measure", "office", "service", "channel", "origin", "from", "to", "bucket", "asOf", "minPosition");

    private final QueryParameters parameters;

    private CompareRequest(Map<String, String[]> given, Collection<String> known) {
        Map<String, String> joined = new TreeMap<>();
        given.forEach((name, values) -> joined.put(name, String.join(",", values)));
        this.parameters = new QueryParameters(joined, known);
    }

    /** @throws Problem if a parameter is unknown, missing or unreadable */
    static ShareQuestion funnel(Map<String, String[]> given, Collection<String> measures) {
        return new CompareRequest(given, FUNNEL).question(measures, Set.of());
    }

    /** As above, of one office over time. */
    static ControlQuestion control(Map<String, String[]> given, Collection<String> measures) {
        CompareRequest request = new CompareRequest(given, CONTROL);
        String office = request.parameters.text("office");
        if (office == null) {
            throw Problem.missing("office", List.of("the id of an office"));
        }
        String bucket = request.parameters.oneOf(
                "bucket", Arrays.stream(Bucket.values()).map(Bucket::id).toList());
        return new ControlQuestion(
                request.question(measures, Set.of(office)),
                office,
                Bucket.WEEK.id().equals(bucket) ? Bucket.WEEK : Bucket.DAY);
    }

    private ShareQuestion question(Collection<String> measures, Set<String> offices) {
        if (parameters.text("asOf") != null) {
            throw Problem.notAvailableYet(
                    "figures as they were known at an earlier moment (asOf) come with the time machine; leave asOf out for what is known now");
        }
        if (parameters.text("measure") == null) {
            throw Problem.missing("measure", measures);
        }
        String measure = Objects.requireNonNull(parameters.oneOf("measure", measures));
        String origin = parameters.oneOf(
                "origin", Arrays.stream(Origin.values()).map(Origin::name).toList());
        LocalDate from = parameters.day("from");
        LocalDate to = parameters.day("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw Problem.unreadable("to", to.toString(), "after 'from': no day lies between them");
        }
        return new ShareQuestion(
                measure,
                parameters.many("organisation"),
                parameters.many("region"),
                offices,
                parameters.many("service"),
                parameters.many("channel"),
                origin == null ? Set.of() : Set.of(Origin.valueOf(origin)),
                from,
                to,
                parameters.minPosition());
    }
}
