package io.dovira.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final int SIZE = 1_000;

    private final Document ours = new Document();
    private final Document run = new Document("started", "then")
            .append("ended", "now")
            .append("processors", 2)
            .append("memory", "4 GB")
            .append("java", "25")
            .append("database", "the embedded server")
            .append("sizes", List.of(SIZE))
            .append("secondsEach", 1.0)
            .append("rounds", 3)
            .append("configurations", new Document())
            .append("peers", new Document(Peer.DOVIRA_LOG.id(), ours));

    private static Document rate(double perSecond) {
        return new Document("perSecond", perSecond);
    }

    private void measured(Document figures) {
        ours.append("reasons", List.of())
                .append(Integer.toString(SIZE), figures.append("load", 0.1).append("loadAtTheEnd", 1.2));
    }

    @Test
    void of_several_rounds_the_median_counts() {
        measured(new Document("appends", new Document("64", List.of(rate(100), rate(900), rate(300)))));

        assertThat(new Figures(run).append(Peer.DOVIRA_LOG, SIZE, 64, "perSecond"))
                .hasValue(300);
    }

    @Test
    void what_was_not_measured_is_unknown() {
        measured(new Document());

        Figures figures = new Figures(run);
        assertThat(figures.append(Peer.DOVIRA_LOG, SIZE, 64, "perSecond")).isEmpty();
        assertThat(figures.reading(Peer.RAW, SIZE)).isEmpty();
        assertThat(new Report(run).text())
                .contains(
                        "| commit to handler across two processes, p99 | 1,000 | at most 30.0 ms | — | not measured |")
                .contains("- Axon JDBC on PostgreSQL: not part of this run.");
    }

    @Test
    void a_reading_that_was_ended_tells_how_long_the_whole_would_take() {
        Document reading =
                new Document("events", 200L).append("perSecond", 50.0).append("complete", false);
        measured(new Document("events", 1_000L).append("read", List.of(reading)));

        assertThat(new Report(run).text())
                .contains("read at 1,000: ended after 200 of 1,000 events; at 50/s the whole would take 20 s");
    }

    @Test
    void a_target_is_met_or_not() {
        measured(new Document("follow", new Document("p50Millis", 3.0).append("p99Millis", 31.0))
                .append("replay", List.of(rate(30_000).append("complete", true))));

        assertThat(new Report(run).text())
                .contains("at most 30.0 ms | 31.0 ms | not met |")
                .contains(
                        "| replay into the metrics fold | 1,000 | at least 30,000 events/s | 30,000 events/s | met |");
    }
}
