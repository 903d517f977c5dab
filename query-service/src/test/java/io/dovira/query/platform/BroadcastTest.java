package io.dovira.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dovira.query.platform.Broadcast.Beat;
import io.dovira.query.platform.Broadcast.Positioned;
import io.dovira.query.platform.Broadcast.Programme;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Who looks does so only when something is written here, so each frame that is made can be counted. */
class BroadcastTest {
    private static final BroadcastOptions WHEN_TOLD = new BroadcastOptions(
            Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofHours(1), 64, Duration.ofHours(1), 3, 2);
    private static final BroadcastOptions BEATING = new BroadcastOptions(
            Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(5), 64, Duration.ofMillis(5), 3, 2);
    private static final Client OLENA = client("olena");

    private static final Clock NOW = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final Figure figure = new Figure();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Broadcast<String, Integer> broadcast =
            new Broadcast<>("figure", figure, JsonMapper.shared(), WHEN_TOLD, NOW, meters);

    @BeforeEach
    void start() {
        broadcast.start();
    }

    @AfterEach
    void stop() {
        broadcast.stop();
    }

    @Test
    void sendsASnapshotFirstAndThenWhatChanges() {
        Reader reader = read("odd");

        becomes(3);

        soon().until(() -> reader.shown() == 3);
        assertThat(reader.frames()).containsExactly("snapshot 0", "delta 3");
    }

    @Test
    void sendsNothingToWhomAChangeDoesNotConcern() {
        Reader odd = read("odd");
        Reader even = read("even");

        becomes(4);
        soon().until(() -> even.shown() == 4);
        becomes(5);
        soon().until(() -> odd.shown() == 5);

        assertThat(odd.frames()).containsExactly("snapshot 0", "delta 5");
        assertThat(even.frames()).containsExactly("snapshot 0", "delta 4");
    }

    /** The programme tells of a change once; it must not be lost because the database went away just then. */
    @Test
    void makesUpForADeltaThatFailedWithASnapshotForEverybody() {
        Reader odd = read("odd");
        Reader even = read("even");
        figure.fails("delta odd", 1);

        becomes(7);
        soon().until(() -> figure.left("delta odd") == 0);
        broadcast.written("figures", 7);

        soon().until(() -> odd.shown() == 7);
        soon().until(() -> even.shown() == 7);
        becomes(9);
        soon().until(() -> odd.shown() == 9);
        assertThat(odd.frames()).containsExactly("snapshot 0", "snapshot 7", "delta 9");
    }

    @Test
    void owesTheSnapshotForAsLongAsItFails() {
        Reader reader = read("odd");
        figure.fails("delta odd", 1);
        figure.fails("snapshot odd", 1);

        becomes(7);
        soon().until(() -> figure.left("delta odd") == 0);
        broadcast.written("figures", 7);
        soon().until(() -> figure.left("snapshot odd") == 0);
        broadcast.written("figures", 7);

        soon().until(() -> reader.shown() == 7);
        assertThat(reader.frames()).containsExactly("snapshot 0", "snapshot 7");
    }

    @Test
    void keepsNobodyWhoseFirstSnapshotFailed() {
        figure.fails("snapshot odd", 1);

        assertThatThrownBy(() -> broadcast.serve("odd", OLENA, ByteArrayOutputStream::new))
                .isInstanceOf(IllegalStateException.class);

        assertThat(readers()).isZero();
    }

    @Test
    void refusesMoreReadersThanThereArePlaces() {
        read("odd", client("olena"));
        read("odd", client("petro"));
        read("odd", client("oksana"));

        assertThatThrownBy(() -> broadcast.serve("odd", client("ivan"), ByteArrayOutputStream::new))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("all 3 places");
    }

    @Test
    void refusesAnAccountTheReadersThatWouldTakeThePlacesOfOthers() {
        read("odd", client("olena"));
        read("even", client("olena"));

        assertThatThrownBy(() -> broadcast.serve("odd", client("olena"), ByteArrayOutputStream::new))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("all 2 places that an account has");
        read("odd", client("petro"));
    }

    @ParameterizedTest
    @CsvSource({"true, 1, true", "true, 0, false", "false, 1, false"})
    void goesOnForAsLongAsTokenAndSessionHold(boolean signedIn, int secondsLeft, boolean goesOn) {
        Client client = new Client("olena", Instant.EPOCH.plusSeconds(secondsLeft), () -> signedIn);
        SimpleMeterRegistry own = new SimpleMeterRegistry();
        Broadcast<String, Integer> beating = new Broadcast<>("beating", figure, JsonMapper.shared(), BEATING, NOW, own);
        beating.start();
        try {
            Reader reader = new Reader();
            Thread served = Thread.startVirtualThread(() -> serve(beating, "odd", client, reader));

            if (goesOn) {
                soon().until(() -> reader.frames().size() > 3);
                assertThat(served.isAlive()).isTrue();
            } else {
                soon().until(() -> !served.isAlive());
                assertThat(own.get("dovira.beating.readers").gauge().value()).isZero();
            }
        } finally {
            beating.stop();
        }
    }

    /** Who came to the same look sees what it found; who comes after a change sees the change. */
    @Test
    void makesASnapshotOnceForAllWhoComeBeforeTheNextLook() {
        Reader first = read("odd", client("olena"));
        Reader second = read("odd", client("petro"));
        assertThat(figure.snapshots).hasValue(1);

        becomes(3);
        soon().until(() -> first.shown() == 3 && second.shown() == 3);
        Reader third = read("odd", client("oksana"));

        assertThat(figure.snapshots).hasValue(2);
        assertThat(third.frames()).containsExactly("snapshot 3");
        assertThat(second.frames()).containsExactly("snapshot 0", "delta 3");
    }

    private static Client client(String name) {
        return new Client(name, null, () -> true);
    }

    private void becomes(int value) {
        figure.value = value;
        broadcast.written("figures", value);
    }

    private Reader read(String chosen) {
        return read(chosen, OLENA);
    }

    private Reader read(String chosen, Client client) {
        Reader reader = new Reader();
        Thread.startVirtualThread(() -> serve(broadcast, chosen, client, reader));
        soon().until(() -> !reader.frames().isEmpty());
        return reader;
    }

    private static void serve(Broadcast<String, Integer> broadcast, String chosen, Client client, Reader reader) {
        try {
            broadcast.serve(chosen, client, () -> reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int readers() {
        return (int) meters.get("dovira.figure.readers").gauge().value();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(5));
    }

    private record Body(long position) implements Positioned {}

    /** One number. Who reads odd ones hears of no even one, but sees it if it begins with it. */
    private static final class Figure implements Programme<String, Integer> {
        private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
        private final AtomicInteger snapshots = new AtomicInteger();
        private volatile int value;
        private int told;

        void fails(String what, int times) {
            failures.put(what, new AtomicInteger(times));
        }

        int left(String what) {
            return failures.getOrDefault(what, new AtomicInteger()).get();
        }

        private void mayFail(String what) {
            AtomicInteger left = failures.get(what);
            if (left != null && left.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
                throw new IllegalStateException("the database is away");
            }
        }

        @Override
        public String projection() {
            return "figures";
        }

        @Override
        public Collection<Integer> changes() {
            int now = value;
            boolean news = now != told;
            told = now;
            return news ? List.of(now) : List.of();
        }

        @Override
        public Positioned snapshot(String chosen) {
            mayFail("snapshot " + chosen);
            snapshots.incrementAndGet();
            return new Body(value);
        }

        @Override
        public @Nullable Positioned delta(String chosen, Collection<Integer> changed) {
            mayFail("delta " + chosen);
            String parity = value % 2 == 0 ? "even" : "odd";
            return chosen.equals(parity) ? new Body(value) : null;
        }

        @Override
        public Beat beat() {
            return new Beat(value, value, Instant.EPOCH, Instant.EPOCH);
        }
    }

    /** What one reader has got. */
    private static final class Reader extends ByteArrayOutputStream {
        private static final Pattern FRAME = Pattern.compile("id: (\\d+)\nevent: (\\w+)\ndata: .*\n\n");

        /** Each as its name and its position. */
        List<String> frames() {
            return FRAME.matcher(toString(StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(2) + " " + found.group(1))
                    .toList();
        }

        long shown() {
            List<String> frames = frames();
            String last = frames.getLast();
            return Long.parseLong(last.substring(last.indexOf(' ') + 1));
        }
    }
}
