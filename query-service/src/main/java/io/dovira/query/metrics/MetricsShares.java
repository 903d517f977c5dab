package io.dovira.query.metrics;

import io.dovira.access.OfficeScope;
import io.dovira.events.Origin;
import io.dovira.events.metrics.Measure;
import io.dovira.events.metrics.Score;
import io.dovira.events.metrics.ServiceLevel;
import io.dovira.events.metrics.ServiceLevel.Counts;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.Sample;
import io.dovira.query.platform.ShareCounter;
import io.dovira.query.platform.ShareQuestion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many were in time, of how many, from the cells. */
final class MetricsShares implements ShareCounter {
    private static final String WAIT = Measure.WAIT.id();
    private static final String RESPONSE = Measure.RESPONSE.id();
    private static final String SERVICE_LEVEL = "service-level";

    private final MetricsReader reader;
    private final Projections projections;
    private final Fold fold;
    private final Clock clock;

    MetricsShares(MetricsReader reader, Projections projections, Fold fold, Clock clock) {
        this.reader = reader;
        this.projections = projections;
        this.fold = fold;
        this.clock = clock;
    }

    @Override
    public List<String> measures() {
        return List.of(WAIT, SERVICE_LEVEL, RESPONSE);
    }

    @Override
    public Counted count(ShareQuestion question, OfficeScope scope, Tally tally) {
        projections.await(fold, question.minPosition());
        String measure = question.measure();
        MetricsQuery query = query(question);
        LocalDate end = question.to();
        long now = clock.millis();
        long position = reader.gather(query, scope, read(measure), (cell, office) -> {
            LocalDate day = LocalDate.parse(cell.day());
            boolean wanted = query.wants(Dimension.SERVICE, cell.service())
                    && query.wants(Dimension.CHANNEL, cell.channel())
                    && query.wants(Dimension.ORIGIN, cell.origin().name());
            if (wanted && (end == null || day.isBefore(end))) {
                InTime inTime = inTime(measure, cell, now);
                if (inTime.whole() > 0) {
                    tally.take(office, cell.service(), day, cell.origin(), inTime.part(), inTime.whole());
                }
            }
        });
        return new Counted(
                measure.equals(SERVICE_LEVEL)
                        ? List.of(ServiceLevel.F4.definition())
                        : List.of(
                                Score.SLA_COMPLIANCE.definition(),
                                Measure.byId(measure).orElseThrow().definition()),
                position,
                Sample.FEWEST,
                null);
    }

    private static Set<Measure> read(String measure) {
        return measure.equals(SERVICE_LEVEL)
                ? EnumSet.of(Measure.WAIT, Measure.ABANDONMENT)
                : EnumSet.of(Measure.byId(measure).orElseThrow());
    }

    private static MetricsQuery query(ShareQuestion question) {
        Map<Dimension, Set<String>> only = MetricsQuery.nothingRestricted();
        restrict(only, Dimension.ORGANISATION, question.organisations());
        restrict(only, Dimension.REGION, question.regions());
        restrict(only, Dimension.OFFICE, question.offices());
        restrict(only, Dimension.SERVICE, question.services());
        restrict(only, Dimension.CHANNEL, question.channels());
        restrict(
                only,
                Dimension.ORIGIN,
                question.origins().stream().map(Origin::name).collect(Collectors.toSet()));
        return new MetricsQuery(
                Measure.WAIT,
                only,
                bound(question.from()),
                bound(question.to()),
                Bucket.TOTAL,
                MetricsQuery.nothingApart());
    }

    private static void restrict(Map<Dimension, Set<String>> only, Dimension dimension, Set<String> wanted) {
        if (!wanted.isEmpty()) {
            only.put(dimension, wanted);
        }
    }

    private static @Nullable Bound bound(@Nullable LocalDate day) {
        return day == null ? null : new Bound.Local(day.atStartOfDay());
    }

    private static InTime inTime(String measure, Cell cell, long now) {
        if (!measure.equals(SERVICE_LEVEL)) {
            return InTime.of(cell.of(Measure.byId(measure).orElseThrow()), now);
        }
        // The service level is of those who were called or have left.
        InTime waits = InTime.of(cell.of(Measure.WAIT), InTime.NEVER);
        InTime left = InTime.of(cell.of(Measure.ABANDONMENT), InTime.NEVER);
        Counts counts = new Counts(waits.whole(), waits.part(), left.whole(), left.part(), 0);
        return new InTime(ServiceLevel.F4.part(counts), ServiceLevel.F4.whole(counts));
    }
}
