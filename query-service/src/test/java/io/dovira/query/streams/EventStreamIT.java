package io.dovira.query.streams;

import static io.dovira.query.streams.SampleEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dovira.eventstore.log.NewEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStreamIT {
    private static final String STREAM = "/api/v1/events/stream";

    private final StreamsService service =
            new StreamsService("dovira.streams.heartbeat=300ms", "dovira.streams.checkpoint=100ms");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void startsAtAnyPositionAlsoInsideAnAppend() throws Exception {
        append(7, 5);
        for (long after : new long[] {0, 1, 4, 5, 13, 34}) {
            try (StreamReader reader = open(STREAM + "?after=" + after)) {
                soon().until(() -> reader.positions().size() == 35 - after);

                assertThat(reader.positions()).isEqualTo(range(after + 1, 35));
            }
        }
    }

    @Test
    void catchesUpAndGoesLiveWithoutAGapWhileOthersWrite() throws Exception {
        append(300, 3);
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> writing = IntStream.range(0, 4)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> append(150, 2), writers))
                    .toList();
            List<StreamReader> readers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                readers.add(open(STREAM + "?after=" + i * 200));
            }
            writing.forEach(CompletableFuture::join);

            assertThat(service.log().head()).isEqualTo(2_100);
            for (int i = 0; i < 5; i++) {
                StreamReader reader = readers.get(i);
                long after = i * 200L;
                soon().until(() -> reader.positions().size() >= 2_100 - after);
                assertThat(reader.positions()).isEqualTo(range(after + 1, 2_100));
                reader.close();
            }
        }
    }

    @Test
    void goesOnAfterTheLastIdWhenTheClientWasKilled() throws Exception {
        append(100, 3);
        StreamReader killed = open(STREAM);
        soon().until(() -> killed.positions().size() >= 50);
        killed.close();
        List<Long> got = new ArrayList<>(killed.positions());
        String last = Long.toString(got.getLast());
        append(20, 1);
        // A browser repeats the address of the first time; the header counts.
        try (StreamReader reader = StreamReader.open(service.uri(STREAM + "?after=0"), last)) {
            soon().until(() -> got.size() + reader.positions().size() >= 320);
            got.addAll(reader.positions());
        }
        assertThat(got).isEqualTo(range(1, 320));
    }

    @Test
    void goesOnAfterTheServerWasRestarted() throws Exception {
        append(10, 2);
        StreamReader first = open(STREAM);
        soon().until(() -> first.positions().size() == 20);
        service.stop();
        soon().until(first::isEnded);
        append(10, 2);
        service.start();

        try (StreamReader second = StreamReader.open(service.uri(STREAM), first.lastId())) {
            soon().until(() -> second.positions().size() == 20);
            assertThat(second.positions()).isEqualTo(range(21, 40));
        }
    }

    @Test
    void stopsWithStreamsOpen() throws Exception {
        append(5, 1);
        List<StreamReader> readers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            readers.add(open(STREAM));
        }
        // Waiting for the streams to end by themselves would take the 30 s of a graceful shutdown.
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::stop);

        soon().until(stopped::isDone);
        assertThat(stopped).isCompleted();
        soon().until(() -> readers.stream().allMatch(StreamReader::isEnded));
    }

    @Test
    void movesTheIdWhileAFilterMatchesNothing() throws Exception {
        service.log().append(List.of(event("visit.visitor-called")));
        try (StreamReader reader = open(STREAM + "?type=import.import-started")) {
            append(40, 1);

            soon().until(() -> reader.lastId().equals("41"));
            assertThat(reader.positions()).isEmpty();
            assertThat(reader.frames().getLast().name()).isEqualTo("checkpoint");
            service.log().append(List.of(event("import.import-started")));
            soon().until(() -> reader.positions().equals(List.of(42L)));
        }
    }

    @Test
    void sendsAReaderOfSomeEventsNothingOfTheOthersAndMovesTheIdOn() throws Exception {
        service.log().append(List.of(event("visit.visitor-called"), event("desk.desk-opened")));
        try (StreamReader reader = StreamReader.openAs("desk.*", service.uri(STREAM))) {
            append(40, 1);

            soon().until(() -> reader.lastId().equals("42"));
            assertThat(reader.positions()).containsExactly(2L);
            assertThat(reader.frames().getLast().name()).isEqualTo("checkpoint");
        }
        assertThatThrownBy(() -> StreamReader.openAs("desk.*", service.uri(STREAM + "?type=visit.*")))
                .hasMessage("status 403");
    }

    @Test
    void sendsAFeatureWithWhatNewerWritersAddToIt() throws Exception {
        service.log()
                .append(List.of(
                        event("visit.visitor-called"),
                        event("visit.visitor-teleported", 7, "lviv-03"),
                        event("desk.desk-opened"),
                        event("visit.visitor-called", 1, "kyiv-01")));
        try (StreamReader reader = open(STREAM + "?type=visit.*&office=lviv-03")) {
            soon().until(() -> reader.positions().size() == 2);

            assertThat(reader.positions()).containsExactly(1L, 2L);
            assertThat(reader.frames())
                    .filteredOn(frame -> frame.name().isEmpty() && frame.id().equals("2"))
                    .singleElement()
                    .satisfies(frame ->
                            assertThat(frame.data()).contains("\"type\":\"io.dovira.visit.visitor-teleported.v7\""));
        }
    }

    @Test
    void waitsForAPositionThatTheLogHasNotReached() throws Exception {
        append(2, 1);
        try (StreamReader reader = open(STREAM + "?after=4")) {
            soon().until(() -> !reader.frames().isEmpty());
            assertThat(reader.frames().getFirst().data()).isEqualTo("{\"position\":4,\"head\":2}");
            append(4, 1);

            soon().until(() -> reader.positions().size() == 2);
            assertThat(reader.positions()).containsExactly(5L, 6L);
        }
    }

    @Test
    void beatsWhileNothingHappens() throws Exception {
        try (StreamReader reader = open(STREAM)) {
            soon().until(() -> reader.comments() >= 2);

            assertThat(reader.positions()).isEmpty();
        }
    }

    @Test
    void waitsForAReaderThatDoesNotRead() throws Exception {
        try (SlowReader reader = SlowReader.open(service.port(), STREAM)) {
            append(300, 50);
            soon().until(() ->
                    service.meters().get("dovira.streams.subscribers").gauge().value() == 1);

            assertThat(reader.readPositions(15_000)).isEqualTo(range(1, 15_000));
        }
    }

    @Test
    void countsItsReaders() throws Exception {
        append(3, 1);
        try (StreamReader reader = open(STREAM)) {
            soon().until(() -> reader.positions().size() == 3);
            soon().until(() ->
                    service.meters().get("dovira.streams.events").counter().count() == 3);
            assertThat(service.meters().get("dovira.streams.lag").gauge().value())
                    .isZero();
        }
        soon().until(() ->
                service.meters().get("dovira.streams.subscribers").gauge().value() == 0);
    }

    private void append(int appends, int eventsEach) {
        for (int i = 0; i < appends; i++) {
            List<NewEvent> events = IntStream.range(0, eventsEach)
                    .mapToObj(each -> event("visit.visitor-called"))
                    .toList();
            service.log().append(events);
        }
    }

    private StreamReader open(String path) throws IOException, InterruptedException {
        return StreamReader.open(service.uri(path), null);
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20));
    }
}
