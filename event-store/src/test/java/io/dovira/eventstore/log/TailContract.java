package io.dovira.eventstore.log;

import static io.dovira.eventstore.log.Samples.event;
import static io.dovira.eventstore.log.Samples.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the tailer promises to readers at the head and behind it. */
abstract class TailContract extends LogSuite {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void tailsWhatIsThereAndWhatComes() throws InterruptedException {
        log.append(one("a", 0));
        try (Tail tail = log.tail(0)) {
            assertThat(next(tail)).containsExactly(1L);
            log.append(one("a", 1));
            assertThat(next(tail)).containsExactly(2L);
            assertThat(tail.poll(10, Duration.ZERO)).isEmpty();
            assertThat(tail.position()).isEqualTo(2);
        }
    }

    @Test
    void hearsOfTheAppendsOfAnotherProcess() throws InterruptedException {
        EventLog other = logs.open();
        try (Tail tail = log.tail(0)) {
            assertThat(tail.poll(10, Duration.ZERO)).isEmpty();
            other.append(one("a", 0));
            assertThat(next(tail)).containsExactly(1L);
        }
    }

    @Test
    void goesOnFromInsideAnAppend() throws InterruptedException {
        log.append(List.of(event("a", 0), event("a", 1), event("a", 2)));
        try (Tail tail = log.tail(2)) {
            assertThat(next(tail)).containsExactly(3L);
        }
    }

    @Test
    void handsOutNoMoreThanAskedFor() throws InterruptedException {
        try (Tail tail = log.tail(0)) {
            log.append(List.of(event("a", 0), event("a", 1), event("a", 2)));
            List<Long> seen = new ArrayList<>();
            while (seen.size() < 3) {
                List<StoredEvent> batch = tail.poll(2, LIMIT);
                assertThat(batch).hasSizeBetween(1, 2);
                batch.forEach(each -> seen.add(each.position()));
            }
            assertThat(seen).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void servesAReaderThatLagsBehindWhatStaysInMemory() throws InterruptedException {
        EventLog small = logs.open(LogOptions.defaults().withRecentEvents(8));
        try (Tail quick = small.tail(0);
                Tail slow = small.tail(0)) {
            assertThat(slow.poll(1, Duration.ZERO)).isEmpty();
            for (int i = 0; i < 300; i++) {
                small.append(one("a", i));
                if (i % 10 == 0) {
                    next(quick);
                }
            }
            assertThat(readUntil(slow, 300)).isEqualTo(upTo(300));
        }
    }

    @Test
    void missesNothingAndDoublesNothingForManyReadersWhileManyWrite() {
        EventLog other = logs.open();
        EventLog small = logs.open(LogOptions.defaults().withRecentEvents(64));
        List<CompletableFuture<List<Long>>> readers = new ArrayList<>();
        for (int r = 0; r < 8; r++) {
            Tail tail = (r % 2 == 0 ? log : small).tail(0);
            readers.add(inBackground(() -> readUntil(tail, 1_200)));
        }
        List<CompletableFuture<List<Long>>> writers = new ArrayList<>();
        for (int w = 0; w < 6; w++) {
            int writer = w;
            writers.add(inBackground(() -> {
                for (int i = 0; i < 100; i++) {
                    EventLog to = writer % 2 == 0 ? log : other;
                    to.append(List.of(event("w" + writer, 2L * i), event("w" + writer, 2L * i + 1)));
                }
                return List.of();
            }));
        }
        writers.forEach(CompletableFuture::join);
        for (var reader : readers) {
            assertThat(reader.join()).isEqualTo(upTo(1_200));
        }
    }

    @Test
    void skipsWhatAFilteredReaderDoesNotWantButMovesOn() throws InterruptedException {
        try (Tail tail = log.tail(0, LogFilter.types("visit.service-started"))) {
            log.append(one("a", 0));
            await().atMost(LIMIT).until(() -> {
                assertThat(tail.poll(10, Duration.ofMillis(50))).isEmpty();
                return tail.position() == 1;
            });
            log.append(List.of(event("e", "visit.service-started", "a", 1)));
            assertThat(next(tail)).containsExactly(2L);
        }
    }

    @Test
    void callsBackWhenSomethingMayBePolled() {
        try (Tail tail = log.tail(0)) {
            AtomicInteger calls = new AtomicInteger();
            tail.onAvailable(calls::incrementAndGet);
            await().atMost(LIMIT).until(() -> calls.get() > 0);
            int before = calls.get();
            log.append(one("a", 0));
            await().atMost(LIMIT).until(() -> calls.get() > before);
        }
    }

    @Test
    void endsAWaitingPollWhenItIsClosed() {
        Tail tail = log.tail(0);
        CompletableFuture<List<Long>> waiting = inBackground(() -> next(tail));
        tail.close();
        assertThat(waiting.join()).isEmpty();
        assertThat(tail.isClosed()).isTrue();
    }

    @Test
    void startsAgainAfterNobodyListenedForAWhile() throws InterruptedException {
        try (Tail tail = log.tail(0)) {
            log.append(one("a", 0));
            assertThat(next(tail)).containsExactly(1L);
        }
        log.append(one("a", 1));
        try (Tail tail = log.tail(1)) {
            assertThat(next(tail)).containsExactly(2L);
            log.append(one("a", 2));
            assertThat(next(tail)).containsExactly(3L);
        }
    }

    private static List<Long> next(Tail tail) throws InterruptedException {
        return tail.poll(1_000, LIMIT).stream().map(StoredEvent::position).toList();
    }

    private static List<Long> readUntil(Tail tail, long position) throws InterruptedException {
        List<Long> seen = new ArrayList<>();
        long deadline = System.nanoTime() + LIMIT.multipliedBy(3).toNanos();
        while (tail.position() < position && System.nanoTime() < deadline) {
            tail.poll(7, Duration.ofMillis(200)).forEach(event -> seen.add(event.position()));
        }
        return seen;
    }

    private static List<Long> upTo(long position) {
        return LongStream.rangeClosed(1, position).boxed().toList();
    }

    private static <T> CompletableFuture<T> inBackground(java.util.concurrent.Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }
}
