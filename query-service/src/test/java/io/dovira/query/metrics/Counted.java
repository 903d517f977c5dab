package io.dovira.query.metrics;

import io.dovira.events.Recorded;
import io.dovira.events.metrics.Measure;
import io.dovira.query.platform.InMemoryDocuments;
import io.dovira.query.platform.Office;
import io.dovira.query.story.Story;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Folds a history in memory and answers questions about it, without any service. */
final class Counted {

    private final InMemoryDocuments documents = new InMemoryDocuments(new MetricsFold());

    static Counted of(Story story) {
        return of(story.facts());
    }

    static Counted of(List<Recorded<?>> facts) {
        Counted counted = new Counted();
        facts.forEach(counted.documents::apply);
        return counted;
    }

    List<MetricsRow> ask(MetricsQuery query) {
        return ask(query, Instant.EPOCH);
    }

    List<MetricsRow> ask(MetricsQuery query, Instant openUntil) {
        Map<String, Office> offices = new HashMap<>();
        documents.forEach(MetricsFold.OFFICES, offices::put);
        Gathering gathering = new Gathering(query, openUntil);
        documents.forEach(
                MetricsFold.CELLS,
                (id, cell) -> gathering.add(cell, Objects.requireNonNull(offices.get(cell.office()))));
        return gathering.rows();
    }

    List<MetricsRow> ask(String... parameters) {
        return ask(MetricsRequest.read(map(parameters)));
    }

    /** Asked at a moment at which some still wait. */
    List<MetricsRow> askAt(String openUntil, String... parameters) {
        return ask(MetricsRequest.read(map(parameters)), Instant.parse(openUntil));
    }

    private static Map<String, String[]> map(String... parameters) {
        Map<String, String[]> map = new HashMap<>();
        for (String parameter : parameters) {
            String[] parts = parameter.split("=", 2);
            map.merge(parts[0], new String[] {parts[1]}, (a, b) -> new String[] {a[0], b[0]});
        }
        return map;
    }

    List<LevelRow> level(String... parameters) {
        Map<String, Office> offices = new HashMap<>();
        documents.forEach(MetricsFold.OFFICES, offices::put);
        Levels levels = new Levels(MetricsRequest.readLevel(map(parameters)));
        documents.forEach(
                MetricsFold.CELLS, (id, cell) -> levels.add(cell, Objects.requireNonNull(offices.get(cell.office()))));
        return levels.rows();
    }

    /** The one row of everything. */
    MetricsRow total(Measure measure) {
        List<MetricsRow> rows = ask("measure=" + measure.id());
        if (rows.size() != 1) {
            throw new AssertionError("expected one row, not " + rows);
        }
        return rows.getFirst();
    }

    InMemoryDocuments documents() {
        return documents;
    }
}
