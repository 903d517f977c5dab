package io.dovira.query.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what changes to any number of readers, as server-sent events: {@code snapshot} first, then {@code delta}, and {@code beat} when nothing
 * happens. One thread looks, and makes each frame once for all who have chosen the same; readers take it from their mailboxes. A change is sent at
 * once after silence, and at most one frame per gap in a storm.
 *
 * @param <C> what a reader may choose, and may see; readers with equal choices get the same bytes
 * @param <D> what changes
 */
public final class Broadcast<C, D> implements ProjectionListener, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);
    private static final int MANY_READERS = 100;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    private final String name;
    private final Programme<C, D> programme;
    private final JsonMapper json;
    private final BroadcastOptions options;
    private final Clock clock;
    private final Counter frames;
    private final Semaphore wake = new Semaphore(0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Mailbox, Reader<C>> readers = new HashMap<>();
    /**
     * Made since the last look, and as true as they were then. After a restart everybody comes at once; each would otherwise hold up all others for as
     * long as a snapshot takes.
     */
    private final Map<C, byte[]> snapshots = new HashMap<>();
    /** Changes were taken from the programme that not every reader was told of. */
    private boolean owed;

    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    /** @param name part of the names of its meters and its thread */
    public Broadcast(
            String name,
            Programme<C, D> programme,
            JsonMapper json,
            BroadcastOptions options,
            Clock clock,
            MeterRegistry meters) {
        this.name = name;
        this.programme = programme;
        this.json = json;
        this.options = options;
        this.clock = clock;
        this.frames = Counter.builder("dovira." + name + ".frames")
                .description("frames made for the readers of the stream")
                .register(meters);
        Gauge.builder("dovira." + name + ".readers", this, Broadcast::readers)
                .description("readers of the stream")
                .register(meters);
    }

    /** What is sent. All but the projection's name is asked by one thread at a time. */
    public interface Programme<C, D> {

        /** Name of the projection that tells when there is something new. */
        String projection();

        /** What has changed since it was asked last; nobody else may learn of a change so that it is missing here. */
        Collection<D> changes();

        /** All that a reader begins with, as it is after the last {@link #changes}, or later. */
        Positioned snapshot(C chosen);

        /** What has changed, as it is now; null if none of it concerns those who have chosen so. */
        @Nullable
        Positioned delta(C chosen, Collection<D> changed);

        Beat beat();
    }

    /** The body of a frame. */
    public interface Positioned {

        /** Up to which it is complete. */
        long position();
    }

    /**
     * What a reader hears when nothing changes.
     *
     * @param head last position of the log
     * @param completeUntil the moment to which what is shown is complete: {@code at}, or earlier if it lacks facts that were recorded some seconds ago
     */
    public record Beat(long position, long head, Instant at, Instant completeUntil) implements Positioned {}

    private record Reader<C>(C chosen, Client client) {}

    /** What a reader reads from; asked for once nothing is left that the reader could be refused for. */
    interface Opened {
        OutputStream stream() throws IOException;
    }

    /**
     * Serves one reader, until it goes, its token or its session ends, or the service stops.
     *
     * @throws Problem if there are too many
     */
    public void serve(C chosen, Client client, HttpServletResponse response) throws IOException {
        serve(chosen, client, () -> {
            response.setContentType("text/event-stream");
            response.setCharacterEncoding("UTF-8");
            // Nobody between us and the reader keeps it, or holds it back.
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            return response.getOutputStream();
        });
    }

    void serve(C chosen, Client client, Opened opened) throws IOException {
        Mailbox mailbox = open(chosen, client);
        try {
            mailbox.deliver(opened.stream(), LONGEST_SILENCE.toNanos(), () -> resync(mailbox));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(mailbox);
        }
    }

    /**
     * The mailbox holds the snapshot, and from then on every change. No change falls between them, because frames are made under the same lock;
     * one that was found and is not sent yet is in the snapshot and comes again.
     */
    private Mailbox open(C chosen, Client client) {
        Mailbox mailbox = new Mailbox(options.mailbox());
        lock.lock();
        try {
            if (!running) {
                throw new IllegalStateException("the service is shutting down");
            }
            refuseTooMany(client);
            if (readers.isEmpty()) {
                // While nobody read, nobody looked.
                snapshots.clear();
                programme.changes();
            }
            mailbox.offer(snapshot(chosen));
            // Last: one whose snapshot fails is nobody that could be closed.
            readers.put(mailbox, new Reader<>(chosen, client));
        } finally {
            lock.unlock();
        }
        return mailbox;
    }

    private void refuseTooMany(Client client) {
        if (readers.size() >= options.mostReaders()) {
            throw Problem.tooManySubscribers("all " + options.mostReaders() + " places for readers are taken");
        }
        long own = readers.values().stream()
                .filter(reader -> reader.client().name().equals(client.name()))
                .count();
        if (own >= options.mostPerAccount()) {
            throw Problem.tooManySubscribers(
                    "all " + options.mostPerAccount() + " places that an account has are taken by this one");
        }
    }

    /** A reader that has lost frames begins again. */
    private void resync(Mailbox mailbox) {
        lock.lock();
        try {
            Reader<C> reader = readers.get(mailbox);
            if (reader != null) {
                mailbox.offer(snapshot(reader.chosen()));
            }
        } finally {
            lock.unlock();
        }
    }

    private byte[] snapshot(C chosen) {
        return snapshots.computeIfAbsent(chosen, same -> frame("snapshot", programme.snapshot(same)));
    }

    private void close(Mailbox mailbox) {
        lock.lock();
        try {
            readers.remove(mailbox);
        } finally {
            lock.unlock();
        }
    }

    private int readers() {
        lock.lock();
        try {
            return readers.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void written(String fold, long position) {
        if (fold.equals(programme.projection())) {
            wake.release();
        }
    }

    private void run() {
        long lastBeat = System.nanoTime();
        while (running) {
            try {
                if (wake.tryAcquire(options.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                boolean beat = System.nanoTime() - lastBeat >= options.beat().toNanos();
                if (beat) {
                    dismiss();
                }
                if (send(beat)) {
                    LockSupport.parkNanos(gap().toNanos());
                }
                if (beat) {
                    lastBeat = System.nanoTime();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The database is away, most likely. Readers notice by the missing beat; what is owed to them follows.
                LOG.warn("the stream of {} pauses: {}", name, e.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    /** Ends the streams of those who would not be let in any more. */
    private void dismiss() {
        Instant now = clock.instant();
        lock.lock();
        try {
            readers.forEach((mailbox, reader) -> {
                if (reader.client().isOver(now)) {
                    mailbox.close();
                }
            });
        } finally {
            lock.unlock();
        }
    }

    private Duration gap() {
        return readers() > MANY_READERS ? options.wideFrameGap() : options.frameGap();
    }

    /** Whether anything has changed. */
    private boolean send(boolean beat) {
        lock.lock();
        try {
            snapshots.clear();
            if (readers.isEmpty()) {
                owed = false;
                return false;
            }
            boolean anew = owed;
            Collection<D> changed = programme.changes();
            if (anew || !changed.isEmpty()) {
                // The programme tells a change once. If a frame fails from here on, only a snapshot makes up for it.
                owed = true;
                sendEach(chosen -> anew ? snapshot(chosen) : delta(programme.delta(chosen, changed)));
                owed = false;
            }
            if (beat) {
                byte[] pulse = frame("beat", programme.beat());
                readers.keySet().forEach(mailbox -> mailbox.offer(pulse));
            }
            return anew || !changed.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Made once for all who have chosen the same. */
    private void sendEach(Function<C, byte @Nullable []> frame) {
        Map<C, Optional<byte[]>> made = new HashMap<>();
        readers.forEach((mailbox, reader) -> made.computeIfAbsent(
                        reader.chosen(), same -> Optional.ofNullable(frame.apply(same)))
                .ifPresent(mailbox::offer));
    }

    private byte @Nullable [] delta(@Nullable Positioned delta) {
        return delta == null ? null : frame("delta", delta);
    }

    private byte[] frame(String event, Positioned body) {
        frames.increment();
        String text =
                "id: " + body.position() + "\nevent: " + event + "\ndata: " + json.writeValueAsString(body) + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("dovira-" + name).start(this::run);
    }

    /** Ends every stream. First of all things to stop: an open stream would hold up the web server's graceful shutdown. */
    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        lock.lock();
        try {
            readers.keySet().forEach(Mailbox::close);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
