package io.dovira.query.obligations;

import io.dovira.access.OfficeScope;
import io.dovira.events.obligations.Obligation;
import io.dovira.query.platform.Mailbox;
import io.dovira.query.platform.ProjectionListener;
import io.dovira.query.platform.Projections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells its readers what has become due soon, overdue, met or lapsed, within {@value #LOOK_MILLIS} ms of the moment, whether a fact came or time
 * passed. One thread looks; readers take their frames from their mailboxes.
 */
final class AlarmStream implements ProjectionListener, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmStream.class);
    private static final int LOOK_MILLIS = 250;
    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int MAILBOX = 64;
    private static final int MOST_IN_SNAPSHOT = 200;

    private final Alarms alarms;
    private final ObligationIndex index;
    private final Projections projections;
    private final JsonMapper json;
    private final Semaphore wake = new Semaphore(0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Mailbox, OfficeScope> readers = new HashMap<>();
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    AlarmStream(Alarms alarms, ObligationIndex index, Projections projections, JsonMapper json, MeterRegistry meters) {
        this.alarms = alarms;
        this.index = index;
        this.projections = projections;
        this.json = json;
        Gauge.builder("dovira.obligations.readers", this, AlarmStream::readers)
                .description("readers of the stream of alarms")
                .register(meters);
    }

    /**
     * Begins a stream: its mailbox holds the snapshot, and from then on every change.
     *
     * @throws IllegalStateException if the service is shutting down
     */
    Mailbox open(OfficeScope scope) {
        Mailbox mailbox = new Mailbox(MAILBOX);
        lock.lock();
        try {
            if (!running) {
                throw new IllegalStateException("the service is shutting down");
            }
            if (readers.isEmpty()) {
                // While nobody read, nobody looked.
                alarms.look();
            }
            readers.put(mailbox, scope);
            mailbox.offer(snapshot(scope));
        } finally {
            lock.unlock();
        }
        return mailbox;
    }

    /** A reader that has lost frames begins again. */
    void resync(Mailbox reader) {
        lock.lock();
        try {
            OfficeScope scope = readers.get(reader);
            if (scope != null) {
                reader.offer(snapshot(scope));
            }
        } finally {
            lock.unlock();
        }
    }

    void close(Mailbox reader) {
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

    @Override
    public void written(String fold, long position) {
        if (fold.equals(ObligationsFold.NAME)) {
            wake.release();
        }
    }

    private void run() {
        long lastBeat = System.nanoTime();
        while (running) {
            try {
                if (wake.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                boolean beat = System.nanoTime() - lastBeat >= BEAT_NANOS;
                if (readers() > 0) {
                    send(beat);
                }
                if (beat) {
                    lastBeat = System.nanoTime();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The database is away, most likely. Readers notice by the missing beat.
                LOG.warn("the stream of alarms pauses: {}", e.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private void send(boolean beat) {
        lock.lock();
        try {
            List<Obligation> changed = alarms.look();
            if (changed.isEmpty() && !beat) {
                return;
            }
            Map<OfficeScope, byte[]> deltas = new HashMap<>();
            byte[] pulse = beat ? frame("beat", new Beat(alarms.position(), projections.head(), alarms.time())) : null;
            readers.forEach((mailbox, scope) -> {
                List<Obligation> mine = Alarms.within(scope, changed);
                if (!mine.isEmpty()) {
                    mailbox.offer(deltas.computeIfAbsent(scope, same -> frame("delta", view(scope, mine))));
                }
                if (pulse != null) {
                    mailbox.offer(pulse);
                }
            });
        } finally {
            lock.unlock();
        }
    }

    /** What a reader hears when nothing changes. */
    record Beat(long position, long head, Instant at) {}

    private byte[] snapshot(OfficeScope scope) {
        List<Obligation> urgent = alarms.urgent(scope);
        return frame("snapshot", view(scope, urgent.subList(0, Math.min(MOST_IN_SNAPSHOT, urgent.size()))));
    }

    private AlarmView view(OfficeScope scope, List<Obligation> obligations) {
        Instant at = alarms.time();
        return new AlarmView(
                alarms.position(),
                Math.max(projections.head(), alarms.position()),
                at,
                alarms.counts(scope),
                index.described(obligations, at));
    }

    private byte[] frame(String event, Object data) {
        String text =
                "id: " + alarms.position() + "\nevent: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("dovira-alarms").start(this::run);
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
