package io.dovira.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Recorded;
import io.dovira.events.metrics.Measure;
import io.dovira.query.story.RandomStory;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CorrectionsPropertyTest {

    /** The cells are kept by differences; here everything is counted anew from the last states. Both must say the same. */
    @Property(tries = 40)
    void differencesAddUpToWhatTheLastStatesContribute(@ForAll long seed) {
        List<Recorded<?>> facts = RandomStory.of(seed, 400);
        Counted counted = Counted.of(facts);
        List<Contribution> contributions = new ArrayList<>();
        counted.documents().forEach(MetricsFold.VISITS, (id, visit) -> contributions.addAll(visit.contributions()));
        counted.documents().forEach(MetricsFold.CASES, (id, theCase) -> contributions.addAll(theCase.contributions()));

        for (Measure measure : Measure.values()) {
            long expected = contributions.stream()
                    .filter(contribution -> contribution.measure() == measure)
                    .count();
            long counts = counted.ask("measure=" + measure.id(), "by=office,service,channel", "bucket=hour").stream()
                    .mapToLong(row -> row.n() + row.open() + row.excluded() + row.closed())
                    .sum();
            assertThat(counts).as("%s, seed %d", measure, seed).isEqualTo(expected);
        }
        counted.documents().forEach(MetricsFold.CELLS, (id, cell) -> {
            Cell anew = contributions.stream()
                    .filter(contribution -> contribution.cell().id().equals(id))
                    .reduce(
                            new Cell(
                                    cell.office(),
                                    cell.day(),
                                    cell.service(),
                                    cell.channel(),
                                    cell.origin(),
                                    cell.timeZone(),
                                    java.util.Map.of()),
                            Cell::plus,
                            (a, b) -> b);
            for (Measure measure : Measure.values()) {
                Figures figures = cell.of(measure);
                Figures expected = anew.of(measure);
                assertThat(figures == null ? Figures.NONE : figures)
                        .as("%s of %s, seed %d", measure, id, seed)
                        .isEqualTo(expected == null ? Figures.NONE : expected);
            }
        });
    }
}
