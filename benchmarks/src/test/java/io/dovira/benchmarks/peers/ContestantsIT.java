package io.dovira.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every contestant does what it is measured for: what one run measures of them is the same work. */
class ContestantsIT {

    private static final int LOADED = 1_500;
    private static final int APPENDED = 20;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(names = {"DOVIRA_LOG", "DOVIRA_AXON", "AXON_MONGO_EVENT", "AXON_MONGO_COMMIT"})
    void gives_back_every_event_and_hands_on_those_that_come(Peer peer) throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            check(address -> PeerWorker.contestant(peer.id(), address), server.address());
        }
    }

    @Test
    void so_does_the_one_on_postgres() throws IOException {
        assumeThat(installed("xz") && installed("tar")).isTrue();
        try (PostgresServer server = PostgresServer.start(directory)) {
            check(AxonJdbc::new, server.address());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RAW", "RAW_PLAIN"})
    void the_raw_driver_writes_what_the_log_writes(Peer peer) throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(directory);
                Contestant raw = PeerWorker.contestant(peer.id(), server.address())) {
            raw.prepare();
            raw.load(new Visits().next(LOADED));

            List<Integer> found = new ArrayList<>();
            raw.stream(document -> found.add(1));
            assertThat(found).hasSize(LOADED);
        }
    }

    private static void check(Function<String, Contestant> opened, String address) {
        Visits visits = new Visits();
        List<VisitEvent> events = visits.next(LOADED);
        Queue<String> handled = new ConcurrentLinkedQueue<>();
        try (Contestant writer = opened.apply(address)) {
            writer.prepare();
            writer.load(events);

            List<Recorded<Fact>> read = new ArrayList<>();
            writer.stream(event -> read.add(event.get()));
            assertThat(read.stream().map(Recorded::eventId))
                    .containsExactlyInAnyOrderElementsOf(
                            events.stream().map(VisitEvent::id).toList());
            assertThat(read.stream().map(Recorded::fact))
                    .containsAll(events.stream().map(VisitEvent::fact).toList());

            try (Contestant reader = opened.apply(address)) {
                reader.follow(handled::add);
                // A follower begins when it begins: what comes before is not for it.
                await().until(() -> {
                    writer.append(visits.live());
                    return !handled.isEmpty();
                });
                List<VisitEvent> later =
                        Stream.generate(visits::live).limit(APPENDED).toList();
                later.forEach(writer::append);
                await().untilAsserted(() -> assertThat(handled)
                        .containsAll(later.stream().map(VisitEvent::id).toList()));
            }
        }
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }
}
