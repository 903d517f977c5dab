package io.dovira.query.live;

import io.dovira.query.platform.Mailbox;
import io.dovira.query.platform.ProjectionListener;
import io.dovira.query.platform.Projections;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the board's changes to its readers. One thread makes each frame once for all who have chosen the same; readers take it from their
 * mailboxes. A change is sent at once after silence, and at most one frame per gap in a storm.
 */
final class LiveStream implements ProjectionListener, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final int MANY_READERS = 100;

    private final Boards boards;
    private final Projections projections;
    private final JsonMapper json;
    private final LiveProperties properties;
    private final Counter frames;
    private final Semaphore wake = new Semaphore(0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Reader, Boolean> readers = new HashMap<>();
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    LiveStream(
            Boards boards, Projections projections, JsonMapper json, LiveProperties properties, MeterRegistry meters) {
        this.boards = boards;
        this.projections = projections;
        this.json = json;
        this.properties = properties;
        this.frames = Counter.builder("dovira.live.frames")
                .description("frames made for the board's readers")
                .register(meters);
        Gauge.builder("dovira.live.readers", this, LiveStream::readers)
                .description("readers of the board's stream")
                .register(meters);
    }

    /** One who reads the stream. */
    static final class Reader {
        private final Chosen chosen;
        private final Mailbox mailbox;

        Reader(Chosen chosen, int capacity) {
            this.chosen = chosen;
            this.mailbox = new Mailbox(capacity);
        }

        Mailbox mailbox() {
            return mailbox;
        }
    }

    /**
     * Begins a stream: its mailbox holds the snapshot, and from then on every change. No change falls between them, because frames are made
     * under the same lock.
     *
     * @throws IllegalStateException if the service is shutting down
     */
    Reader open(Chosen chosen) {
        Reader reader = new Reader(chosen, properties.mailbox());
        lock.lock();
        try {
            if (!running) {
                throw new IllegalStateException("the service is shutting down");
            }
            readers.put(reader, true);
            snapshot(reader);
        } finally {
            lock.unlock();
        }
        return reader;
    }

    /** A reader that has lost frames begins again. */
    void resync(Reader reader) {
        lock.lock();
        try {
            snapshot(reader);
        } finally {
            lock.unlock();
        }
    }

    void close(Reader reader) {
        lock.lock();
        try {
            readers.remove(reader);
        } finally {
            lock.unlock();
        }
    }

    int readers() {
        lock.lock();
        try {
            return readers.size();
        } finally {
            lock.unlock();
        }
    }

    private void snapshot(Reader reader) {
        // What was changed but not sent yet is in the snapshot too, and comes again as a delta: latest per office, so
        // that harms nobody.
        reader.mailbox().offer(frame("snapshot", boards.view(reader.chosen, null, head())));
    }

    @Override
    public void written(String fold, long position) {
        if (fold.equals(LiveFold.NAME)) {
            wake.release();
        }
    }

    private void run() {
        long lastBeat = System.nanoTime();
        while (running) {
            try {
                if (wake.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                boolean beat = System.nanoTime() - lastBeat >= properties.beat().toNanos();
                // Nobody reads: whoever comes next refreshes it first.
                if (readers() > 0 && send(boards.refresh(), beat)) {
                    int many = readers();
                    LockSupport.parkNanos(
                            (many > MANY_READERS ? properties.wideFrameGap() : properties.frameGap()).toNanos());
                }
                if (beat) {
                    lastBeat = System.nanoTime();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The database is away, most likely. Readers notice by the missing beat.
                LOG.warn("the board's stream pauses: {}", e.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    /** Whether there was anything to send. */
    private boolean send(Collection<String> changed, boolean beat) {
        lock.lock();
        try {
            if (readers.isEmpty() || (changed.isEmpty() && !beat)) {
                return false;
            }
            long head = head();
            Map<Chosen, byte[]> deltas = new HashMap<>();
            byte[] pulse = beat ? frame("beat", new Beat(boards.position(), head, boards.time())) : null;
            Set<Reader> all = new HashSet<>(readers.keySet());
            for (Reader reader : all) {
                if (!changed.isEmpty()) {
                    byte[] delta = deltas.computeIfAbsent(
                            reader.chosen, chosen -> frame("delta", boards.view(chosen, changed, head)));
                    reader.mailbox().offer(delta);
                }
                if (pulse != null) {
                    reader.mailbox().offer(pulse);
                }
            }
            return !changed.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** What a reader hears when nothing changes. */
    record Beat(long position, long head, Instant at) {}

    private long head() {
        return projections.head();
    }

    private byte[] frame(String event, Object data) {
        frames.increment();
        long position = data instanceof LiveView view ? view.position() : ((Beat) data).position();
        String text = "id: " + position + "\nevent: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("dovira-live").start(this::run);
    }

    /** Ends every stream. First of all things to stop: an open stream would hold up the web server's graceful shutdown. */
    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        lock.lock();
        try {
            readers.keySet().forEach(reader -> reader.mailbox().close());
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
