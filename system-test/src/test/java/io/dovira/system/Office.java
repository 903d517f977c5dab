package io.dovira.system;

import static io.dovira.system.Recorded.ABANDONED;
import static io.dovira.system.Recorded.ARRIVED;
import static io.dovira.system.Recorded.CALLED;
import static io.dovira.system.Recorded.FINISHED;
import static io.dovira.system.Recorded.STARTED;
import static io.dovira.system.Recorded.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dovira.system.Client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The only office of an installation, with one service and some desks, and what the views must say about it. */
public record Office(String id, int desks) {
    private static final List<List<String>> STORIES = List.of(
            List.of(ARRIVED, TICKET, CALLED, STARTED, FINISHED),
            List.of(ARRIVED, TICKET, ABANDONED),
            List.of(ARRIVED, TICKET));

    /** Opens it and all its desks. */
    public void open(Clerk admin) {
        admin.send("/api/v1/offices", """
                {'office': '%s', 'name': {'en': 'Lviv 1'}, 'organisation': 'police', 'organisationName': {'en': 'Police'},
                 'region': 'lviv', 'regionName': {'en': 'Lviv'}, 'timeZone': '%s'}""".formatted(id, whereItIsNoon()));
        String office = "/api/v1/offices/" + id;
        admin.send(office + "/services/advice/offer", "{'name': {'en': 'Advice'}, 'waitTargetSeconds': 900}");
        for (int desk = 1; desk <= desks; desk++) {
            admin.send(office + "/desks/" + desk + "/install", "{'name': {'en': 'Desk'}}");
            admin.send(office + "/desks/" + desk + "/open", "{'staff': 'p-%d'}".formatted(desk));
        }
    }

    /** Counts of today are not to fall into two days. */
    private static ZoneOffset whereItIsNoon() {
        return ZoneOffset.ofHours(12 - Instant.now().atOffset(ZoneOffset.UTC).getHour());
    }

    /** When all clerks have finished: each visit is one that a clerk would make, and the board and the figures count what the log holds. */
    public void isShownAsTheLogSays(Recorded log, Client manager) {
        assertThat(log.stories(id)).isSubsetOf(STORIES);
        long head = log.events().size();
        long arrived = log.count(id, ARRIVED);
        long called = log.count(id, CALLED);
        long abandoned = log.count(id, ABANDONED);
        long waiting = arrived - called - abandoned;
        List<Duration> waits = log.waits(id);

        JsonNode tile = tile(manager, head);
        assertThat(tile.get("arrivedToday").asLong()).isEqualTo(arrived);
        assertThat(tile.get("servedToday").asLong()).isEqualTo(log.count(id, FINISHED));
        assertThat(tile.get("abandonedToday").asLong()).isEqualTo(abandoned);
        assertThat(tile.get("waiting").asLong()).isEqualTo(waiting);
        assertThat(tile.get("inService").asLong()).isZero();
        assertThat(tile.get("openDesks").asLong()).isEqualTo(desks);

        JsonNode row = waits(manager, head);
        assertThat(row.get("n").asLong()).isEqualTo(waits.size());
        assertThat(row.get("open").asLong()).isEqualTo(waiting);
        assertThat(row.get("sum").asDouble()).isEqualTo(seconds(sum(waits)), within(0.000_5));
        assertThat(row.get("max").asDouble())
                .isEqualTo(seconds(waits.stream().max(Comparator.naturalOrder()).orElseThrow()), within(0.000_5));
    }

    /** On the live board, not before it has the position. */
    JsonNode tile(Client manager, long minPosition) {
        Reply board = manager.get("/api/v1/live?minPosition=" + minPosition);
        assertThat(board.status()).as(board.response().body()).isEqualTo(200);
        assertThat(board.json().at("/position").asLong()).isGreaterThanOrEqualTo(minPosition);
        assertThat(board.json().at("/offices")).hasSize(1);
        return board.json().at("/offices/0");
    }

    /** Figures of the waits, not before they have the position. */
    JsonNode waits(Client manager, long minPosition) {
        Reply figures = manager.get(
                "/api/v1/metrics?measure=wait&by=office&bucket=total&office=" + id + "&minPosition=" + minPosition);
        assertThat(figures.status()).as(figures.response().body()).isEqualTo(200);
        assertThat(figures.json().at("/rows")).hasSize(1);
        return figures.json().at("/rows/0");
    }

    private static Duration sum(List<Duration> durations) {
        return durations.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
