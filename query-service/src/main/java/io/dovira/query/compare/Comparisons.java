package io.dovira.query.compare;

import io.dovira.access.OfficeScope;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.query.compare.FunnelAnswer.Limit;
import io.dovira.query.compare.FunnelAnswer.OfOrigin;
import io.dovira.query.compare.FunnelAnswer.OfService;
import io.dovira.query.compare.FunnelAnswer.Other;
import io.dovira.query.compare.FunnelAnswer.Places;
import io.dovira.query.compare.FunnelAnswer.Row;
import io.dovira.query.compare.FunnelAnswer.Spread;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.ShareCounter;
import io.dovira.query.platform.ShareCounter.Counted;
import io.dovira.query.platform.ShareQuestion;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers what compares with what. Thread-safe. */
final class Comparisons {

    /** The common share of fewer offices, together with the figures of one's own, would give away those of the others. */
    static final int FEWEST_OTHERS = 5;

    private final List<ShareCounter> counters;
    private final Clock clock;

    Comparisons(List<ShareCounter> counters, Clock clock) {
        this.counters = List.copyOf(counters);
        this.clock = clock;
    }

    /** By the names of requests. */
    List<String> measures() {
        return counters.stream().flatMap(counter -> counter.measures().stream()).toList();
    }

    private Counted count(ShareQuestion question, OfficeScope scope, Tallies tallies) {
        return counters.stream()
                .filter(counter -> counter.measures().contains(question.measure()))
                .findFirst()
                .orElseThrow()
                .count(question, scope, tallies);
    }

    /**
     * Compares all offices, whoever asks: limits of a few would be none. Only those in the scope are named.
     *
     * @throws Problem if there are others and they are too few to stay unnamed
     */
    FunnelAnswer funnel(ShareQuestion question, OfficeScope scope) {
        Tallies tallies = new Tallies();
        Counted counted = count(question, OfficeScope.all(), tallies);
        List<OfOrigin> origins = tallies.origins();
        Origin origin = origins.isEmpty() ? null : origins.getFirst().origin();
        Map<String, Map<String, Count>> counts = origin == null ? Map.of() : tallies.byService(origin);
        Funnel funnel = Funnel.of(counts, counted.smallest());
        requireEnoughOthers(funnel.dots().keySet(), scope);
        List<Row> named = new ArrayList<>();
        List<Other> others = new ArrayList<>();
        funnel.dots().forEach((id, dot) -> {
            if (scope.allows(new OfficeId(id))) {
                named.add(row(Objects.requireNonNull(tallies.office(id)), dot));
            } else {
                Double share = dot.share();
                Double n = dot.effectiveN();
                if (share != null && n != null) {
                    others.add(new Other(100 * share, n, dot.place()));
                }
            }
        });
        // Not by id: their order would tell who they are.
        others.sort(Comparator.comparingDouble(Other::effectiveN).thenComparingDouble(Other::percent));
        Double share = funnel.share();
        return new FunnelAnswer(
                question.measure(),
                counted.definitions(),
                counted.position(),
                origin,
                origins,
                counted.smallest(),
                counted.policy(),
                share == null ? null : (Double) (100 * share),
                new Spread(funnel.dispersion().ratio(), funnel.dispersion().between() > 0),
                places(funnel),
                funnel.curve().stream().map(Comparisons::limit).toList(),
                services(counts, tallies, scope),
                named,
                others);
    }

    private static void requireEnoughOthers(Collection<String> offices, OfficeScope scope) {
        if (!isEnough(
                offices.stream().filter(id -> !scope.allows(new OfficeId(id))).count())) {
            throw Problem.refused(
                    "too-few-others",
                    "There are too few other offices to compare with",
                    "the figures of fewer than " + FEWEST_OTHERS
                            + " offices outside your account would be given away; ask for more regions, services or days");
        }
    }

    private static boolean isEnough(long others) {
        return others == 0 || others >= FEWEST_OTHERS;
    }

    private static Places places(Funnel funnel) {
        int few = funnel.at(Place.FEW);
        return new Places(
                funnel.dots().size() - few,
                funnel.at(Place.BETTER),
                funnel.at(Place.HIGH),
                funnel.at(Place.WITHIN),
                funnel.at(Place.LOW),
                funnel.at(Place.WORSE),
                few);
    }

    /** Those whose figures give no other office away. */
    private static List<OfService> services(
            Map<String, Map<String, Count>> counts, Tallies tallies, OfficeScope scope) {
        Map<String, Count> everywhere = new TreeMap<>();
        Map<String, Integer> offices = new HashMap<>();
        Map<String, Integer> others = new HashMap<>();
        Map<String, Map<String, String>> names = new HashMap<>();
        counts.forEach((id, services) -> services.forEach((service, count) -> {
            everywhere.merge(service, count, Count::plus);
            offices.merge(service, 1, Integer::sum);
            others.merge(service, scope.allows(new OfficeId(id)) ? 0 : 1, Integer::sum);
            Office.Service known = Objects.requireNonNull(tallies.office(id)).service(service);
            if (known != null) {
                names.putIfAbsent(service, known.name());
            }
        }));
        return everywhere.entrySet().stream()
                .filter(each -> isEnough(others.getOrDefault(each.getKey(), 0)))
                .map(each -> new OfService(
                        each.getKey(),
                        names.getOrDefault(each.getKey(), Map.of()),
                        each.getValue().whole(),
                        100 * each.getValue().share(),
                        offices.getOrDefault(each.getKey(), 0)))
                .toList();
    }

    private static Limit limit(Funnel.Limits limits) {
        return new Limit(
                limits.n(),
                100 * limits.lower998(),
                100 * limits.lower95(),
                100 * limits.upper95(),
                100 * limits.upper998());
    }

    private static Row row(Office office, Funnel.Dot dot) {
        Standardised counted = dot.counted();
        Double share = dot.share();
        return new Row(
                office.id(),
                office.name(),
                office.region(),
                office.regionName(),
                counted.n(),
                counted.alone(),
                counted.observed(),
                counted.expected(),
                share == null ? null : (Double) (100 * share),
                dot.effectiveN(),
                dot.z(),
                dot.place());
    }

    /** @throws io.dovira.access.OfficeOutsideScope if the office is outside the scope */
    ControlAnswer control(ControlQuestion question, OfficeScope scope) {
        Tallies tallies = new Tallies();
        Counted counted = count(question.shares(), scope, tallies);
        List<OfOrigin> origins = tallies.origins();
        Origin origin = origins.isEmpty() ? null : origins.getFirst().origin();
        Office office = tallies.office(question.office());
        Series series = Series.of(origin == null ? Map.of() : tallies.byDay(origin), question.bucket(), today(office));
        return new ControlAnswer(
                question.shares().measure(),
                counted.definitions(),
                counted.position(),
                question.office(),
                office == null ? null : office.name(),
                origin,
                origins,
                question.bucket().id(),
                ControlChart.FEWEST_POINTS,
                Series.FEWEST_IN_POINT,
                series.limits(),
                series.signals(),
                series.points());
    }

    private LocalDate today(@Nullable Office office) {
        return LocalDate.ofInstant(clock.instant(), office == null ? ZoneOffset.UTC : office.zone());
    }
}
