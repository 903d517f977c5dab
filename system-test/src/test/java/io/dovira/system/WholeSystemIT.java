package io.dovira.system;

import static io.dovira.system.Installation.soon;
import static io.dovira.system.Recorded.ABANDONED;
import static io.dovira.system.Recorded.ARRIVED;
import static io.dovira.system.Recorded.CALLED;
import static io.dovira.system.Recorded.FINISHED;
import static io.dovira.system.Recorded.STARTED;
import static io.dovira.system.Recorded.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dovira.system.Clerk.Acknowledgement;
import io.dovira.system.Client.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A newcomer's first hour: start everything, record a visit, look; kill each process while visitors are served; look again; stop. */
class WholeSystemIT {
    private static final String OFFICE = "lviv-01";
    private static final int DESKS = 3;
    private static final List<List<String>> STORIES = List.of(
            List.of(ARRIVED, TICKET, CALLED, STARTED, FINISHED),
            List.of(ARRIVED, TICKET, ABANDONED),
            List.of(ARRIVED, TICKET));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path directory;

    @Test
    void losesAndRepeatsNothingWhateverIsKilled() {
        try (Installation installation = new Installation(directory)) {
            Client manager = installation.client(installation.query(), "manager");
            Client auditor = installation.client(installation.query(), "auditor");
            Clerk admin = new Clerk(installation.client(installation.command(), "admin"), OFFICE, 1);
            open(admin);
            try (Follower follower = new Follower(directory, installation.environment())) {
                showsWhatWasJustRecorded(admin, manager, auditor);

                List<Clerk> clerks = clerks(installation);
                serveWhileEachProcessIsKilled(installation, clerks);

                Recorded log = Recorded.all(auditor);
                clerks.add(admin);
                holdsWhatWasAcknowledgedAndNothingElse(log, clerks);
                showsWhatTheLogSays(log, manager);
                soon().until(() -> follower.ids().size() >= log.events().size());
                assertThat(follower.ids()).as("followed without gap or repeat").isEqualTo(log.ids());
            }
            assertThat(installation.stop()).as(installation.output()).isZero();
            assertThat(installation.leftOver()).isEmpty();
        }
    }

    private static void open(Clerk admin) {
        admin.send("/api/v1/offices", """
                {'office': '%s', 'name': {'en': 'Lviv 1'}, 'organisation': 'police', 'organisationName': {'en': 'Police'},
                 'region': 'lviv', 'regionName': {'en': 'Lviv'}, 'timeZone': '%s'}""".formatted(OFFICE, whereItIsNoon()));
        String office = "/api/v1/offices/" + OFFICE;
        admin.send(office + "/services/advice/offer", "{'name': {'en': 'Advice'}, 'waitTargetSeconds': 900}");
        for (int desk = 1; desk <= DESKS; desk++) {
            admin.send(office + "/desks/" + desk + "/install", "{'name': {'en': 'Desk'}}");
            admin.send(office + "/desks/" + desk + "/open", "{'staff': 'p-%d'}".formatted(desk));
        }
    }

    /** Counts of today are not to fall into two days. */
    private static ZoneOffset whereItIsNoon() {
        return ZoneOffset.ofHours(12 - Instant.now().atOffset(ZoneOffset.UTC).getHour());
    }

    /** One visit is in every view as soon as the view has the position that the answer named. */
    private static void showsWhatWasJustRecorded(Clerk admin, Client manager, Client auditor) {
        Reply arrived = admin.send("/api/v1/visits", "{'office': '%s', 'service': 'advice'}".formatted(OFFICE));
        long position = arrived.json().at("/position").asLong();

        assertThat(tile(manager, position).get("waiting").asInt()).isEqualTo(1);
        assertThat(waits(manager, position).get("open").asInt()).isEqualTo(1);
        assertThat(waits(manager, position).get("n").asInt()).isZero();
        List<String> types = new ArrayList<>();
        auditor.get("/api/v1/events?after="
                        + (position - arrived.json().at("/eventIds").size()))
                .json()
                .forEach(event -> types.add(event.get("type").asString()));
        assertThat(types).contains(ARRIVED, TICKET);
    }

    private static List<Clerk> clerks(Installation installation) {
        List<Clerk> clerks = new ArrayList<>();
        for (int desk = 1; desk <= DESKS; desk++) {
            clerks.add(new Clerk(installation.client(installation.command(), "clerk"), OFFICE, desk));
        }
        return clerks;
    }

    private static void serveWhileEachProcessIsKilled(Installation installation, List<Clerk> clerks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> working = clerks.stream()
                    .map(clerk -> CompletableFuture.runAsync(clerk, threads))
                    .toList();
            try {
                for (String service : Installation.SERVICES) {
                    goesOn(clerks, working);
                    installation.kill(service);
                    goesOn(clerks, working);
                }
            } finally {
                // Whatever happens: the threads are waited for.
                clerks.forEach(Clerk::stop);
            }
            working.forEach(CompletableFuture::join);
        }
        assertThat(clerks.stream().mapToInt(Clerk::repeated).sum())
                .as("commands that had to be repeated")
                .isPositive();
    }

    /** Waits until each clerk has been answered twenty times more. */
    private static void goesOn(List<Clerk> clerks, List<CompletableFuture<Void>> working) {
        for (int i = 0; i < clerks.size(); i++) {
            Clerk clerk = clerks.get(i);
            CompletableFuture<Void> thread = working.get(i);
            int enough = clerk.acknowledged().size() + 20;
            soon().until(() -> {
                assertThat(thread).as("the work of a clerk").isNotCompletedExceptionally();
                return clerk.acknowledged().size() >= enough;
            });
        }
    }

    private static void holdsWhatWasAcknowledgedAndNothingElse(Recorded log, List<Clerk> clerks) {
        assertThat(log.positions())
                .as("dense")
                .isEqualTo(
                        LongStream.rangeClosed(1, log.events().size()).boxed().toList());
        List<Acknowledgement> acknowledged = clerks.stream()
                .flatMap(clerk -> clerk.acknowledged().stream())
                .sorted(Comparator.comparingLong(Acknowledgement::position))
                .toList();
        // Every command was repeated until it was answered: the log is the answers, one after the other.
        assertThat(acknowledged.stream().flatMap(answer -> answer.events().stream()))
                .isEqualTo(log.ids());
        for (Acknowledgement answer : acknowledged) {
            assertThat(log.ids().get((int) answer.position() - 1))
                    .isEqualTo(answer.events().getLast());
        }
        assertThat(log.stories(OFFICE)).isSubsetOf(STORIES);
    }

    private static void showsWhatTheLogSays(Recorded log, Client manager) {
        long head = log.events().size();
        long arrived = log.count(OFFICE, ARRIVED);
        long called = log.count(OFFICE, CALLED);
        long abandoned = log.count(OFFICE, ABANDONED);
        long waiting = arrived - called - abandoned;
        List<Duration> waits = log.waits(OFFICE);

        JsonNode tile = tile(manager, head);
        assertThat(tile.get("arrivedToday").asLong()).isEqualTo(arrived);
        assertThat(tile.get("servedToday").asLong()).isEqualTo(log.count(OFFICE, FINISHED));
        assertThat(tile.get("abandonedToday").asLong()).isEqualTo(abandoned);
        assertThat(tile.get("waiting").asLong()).isEqualTo(waiting);
        assertThat(tile.get("inService").asLong()).isZero();
        assertThat(tile.get("openDesks").asLong()).isEqualTo(DESKS);

        JsonNode row = waits(manager, head);
        assertThat(row.get("n").asLong()).isEqualTo(waits.size());
        assertThat(row.get("open").asLong()).isEqualTo(waiting);
        assertThat(row.get("sum").asDouble()).isEqualTo(seconds(sum(waits)), within(0.000_5));
        assertThat(row.get("max").asDouble())
                .isEqualTo(seconds(waits.stream().max(Comparator.naturalOrder()).orElseThrow()), within(0.000_5));
    }

    private static JsonNode tile(Client manager, long minPosition) {
        Reply board = manager.get("/api/v1/live?minPosition=" + minPosition);
        assertThat(board.status()).as(board.response().body()).isEqualTo(200);
        assertThat(board.json().at("/position").asLong()).isGreaterThanOrEqualTo(minPosition);
        assertThat(board.json().at("/offices")).hasSize(1);
        return board.json().at("/offices/0");
    }

    private static JsonNode waits(Client manager, long minPosition) {
        Reply figures = manager.get(
                "/api/v1/metrics?measure=wait&by=office&bucket=total&office=" + OFFICE + "&minPosition=" + minPosition);
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
