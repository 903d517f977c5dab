package io.dovira.query.metrics;

import io.dovira.events.Origin;
import io.dovira.events.metrics.Measure;
import io.dovira.events.metrics.ServiceLevel;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.QueryParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a question from the parameters of a request; what it does not understand it refuses, with what it would understand. */
final class MetricsRequest {

    /** Of whom and when, for every question. */
    private static final List<String> COMMON = List.of(
            "organisation",
            "region",
            "office",
            "service",
            "channel",
            "origin",
            "from",
            "to",
            "bucket",
            "by",
            "minPosition");

    private static final List<String> PARAMETERS = with("measure", "asOf", "definition", "format");
    private static final List<String> LEVEL_PARAMETERS = with("formula", "within", "short");

    /** Nobody is asked to wait for longer; and what is longer is a typing error. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Map<String, String[]> parameters;

    private MetricsRequest(Map<String, String[]> parameters) {
        this.parameters = parameters;
    }

    /** @throws Problem if a parameter is unknown, missing or unreadable */
    static MetricsQuery read(Map<String, String[]> parameters) {
        refuseUnknown(parameters, PARAMETERS);
        return new MetricsRequest(parameters).query();
    }

    /** As above, a question about the service level. */
    static LevelQuestion readLevel(Map<String, String[]> parameters) {
        refuseUnknown(parameters, LEVEL_PARAMETERS);
        return new MetricsRequest(parameters).level();
    }

    private static List<String> with(String... own) {
        return Stream.concat(Stream.of(own), COMMON.stream()).toList();
    }

    private static void refuseUnknown(Map<String, String[]> parameters, List<String> known) {
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw Problem.unknownParameter(name, known);
            }
        }
    }

    private LevelQuestion level() {
        List<String> known =
                Arrays.stream(ServiceLevel.values()).map(ServiceLevel::name).toList();
        String name = one("formula");
        ServiceLevel formula = name == null
                ? ServiceLevel.F4
                : ServiceLevel.byName(name).orElseThrow(() -> Problem.badValue("formula", name, known));
        Duration within = duration("within");
        Duration shortest = duration("short");
        if (formula.needsShort() && shortest == null) {
            throw Problem.missing("short", List.of("seconds, such as 5"));
        }
        if (!formula.needsShort() && shortest != null) {
            throw Problem.unreadable(
                    "short", Long.toString(shortest.toSeconds()), "left out: only F5 depends on a short cut-off");
        }
        return new LevelQuestion(query(Measure.WAIT), formula, within, shortest);
    }

    private @Nullable Duration duration(String name) {
        String text = one(name);
        if (text == null) {
            return null;
        }
        String expected = "whole seconds, from 0 to " + LONGEST.toSeconds();
        try {
            Duration read = Duration.ofSeconds(Integer.parseInt(text));
            if (read.isNegative() || read.compareTo(LONGEST) > 0) {
                throw Problem.unreadable(name, text, expected);
            }
            return read;
        } catch (NumberFormatException e) {
            throw Problem.unreadable(name, text, expected);
        }
    }

    private MetricsQuery query() {
        if (one("asOf") != null) {
            throw Problem.notAvailableYet(
                    "figures as they were known at an earlier moment (asOf) come with the time machine; leave asOf out for what is known now");
        }
        return query(measure());
    }

    private MetricsQuery query(Measure measure) {
        Map<Dimension, Set<String>> only = MetricsQuery.nothingRestricted();
        for (Dimension dimension : Dimension.values()) {
            Set<String> wanted = many(dimension.id());
            if (!wanted.isEmpty()) {
                only.put(dimension, wanted);
            }
        }
        List<String> origins = Arrays.stream(Origin.values()).map(Origin::name).toList();
        for (String origin : only.getOrDefault(Dimension.ORIGIN, Set.of())) {
            if (!origins.contains(origin)) {
                throw Problem.badValue("origin", origin, origins);
            }
        }
        Bound from = bound("from");
        Bound to = bound("to");
        refuseEmptyRange(from, to);
        String bucket = one("bucket");
        Set<Dimension> by = MetricsQuery.nothingApart();
        many("by").forEach(name -> by.add(named("by", name, Dimension.values(), Dimension::id)));
        return new MetricsQuery(
                measure,
                only,
                from,
                to,
                bucket == null ? Bucket.TOTAL : named("bucket", bucket, Bucket.values(), Bucket::id),
                by);
    }

    private Measure measure() {
        List<String> known = Arrays.stream(Measure.values()).map(Measure::id).toList();
        String name = one("measure");
        if (name == null) {
            throw Problem.missing("measure", known);
        }
        Measure measure = Measure.byId(name).orElseThrow(() -> Problem.badValue("measure", name, known));
        String definition = one("definition");
        if (definition != null && !definition.equals(measure.definition().name())) {
            throw Problem.badValue(
                    "definition", definition, List.of(measure.definition().name()));
        }
        return measure;
    }

    private @Nullable Bound bound(String name) {
        String text = one(name);
        return text == null ? null : Bound.parse(name, text);
    }

    private static void refuseEmptyRange(@Nullable Bound from, @Nullable Bound to) {
        boolean empty = switch (from) {
            case Bound.Local f -> to instanceof Bound.Local t && !f.time().isBefore(t.time());
            case Bound.Moment f -> to instanceof Bound.Moment t && !f.instant().isBefore(t.instant());
            case null -> false;
        };
        if (empty) {
            throw Problem.unreadable("to", String.valueOf(to), "after 'from': no arrival lies between them");
        }
    }

    private @Nullable String one(String name) {
        String[] values = parameters.get(name);
        if (values == null || values.length == 0 || values[0].isBlank()) {
            return null;
        }
        if (values.length > 1) {
            throw Problem.unreadable(name, String.join(",", values), "one value: '" + name + "' may be given once");
        }
        return values[0].trim();
    }

    private Set<String> many(String name) {
        return QueryParameters.many(List.of(parameters.getOrDefault(name, new String[0])));
    }

    private static <E> E named(String parameter, String name, E[] values, Function<E, String> id) {
        List<String> known = new ArrayList<>();
        for (E value : values) {
            if (id.apply(value).equals(name)) {
                return value;
            }
            known.add(id.apply(value));
        }
        throw Problem.badValue(parameter, name, known);
    }
}
