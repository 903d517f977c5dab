package io.dovira.query.streams;

import io.dovira.eventstore.log.EventLog;
import io.dovira.query.platform.Client;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;

/**
 * The open streams of this process. Stops before the web server does: a graceful shutdown would otherwise wait for streams that never end.
 *
 * <p>Meters, by client: {@code dovira.streams.subscribers}, {@code dovira.streams.lag} (positions behind, of its slowest stream) and
 * {@code dovira.streams.events}. The first {@value #MOST_NAMED} clients have a name there, the rest are {@code other}, so the number of
 * series has a bound.
 */
final class Subscribers implements SmartLifecycle {
    static final int MOST_NAMED = 50;
    private static final String OTHER = "other";

    private final EventLog log;
    private final RecentHead head;
    private final MeterRegistry meters;
    private final Clock clock;
    private final int most;
    private final Set<Subscriber> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Counter> named = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean running;

    Subscribers(EventLog log, RecentHead head, MeterRegistry meters, Clock clock, int most) {
        this.log = log;
        this.head = head;
        this.meters = meters;
        this.clock = clock;
        this.most = most;
    }

    /**
     * Opens a stream; whoever opens it must close it.
     *
     * @throws Refused if there are too many, or the service is going down
     */
    Subscriber open(Client client, long after, Selection selection) {
        if (!running || open.size() >= most) {
            throw Refused.tooManySubscribers(most);
        }
        name(client.name());
        Subscriber subscriber = new Subscriber(
                numbers.incrementAndGet(), client, selection, clock.instant(), log.tail(after, selection.inLog()));
        open.add(subscriber);
        if (!running) {
            // Shut down in between: the sweep may have missed this one.
            subscriber.end();
        }
        return subscriber;
    }

    void close(Subscriber subscriber) {
        subscriber.end();
        open.remove(subscriber);
    }

    void sent(Subscriber subscriber, int events) {
        subscriber.sent(events);
        counter(label(subscriber.client().name())).increment(events);
    }

    List<SubscriberView> views() {
        long now = head.get();
        return open.stream()
                .map(subscriber -> subscriber.view(now))
                .sorted(Comparator.comparingLong(SubscriberView::number))
                .toList();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(Subscriber::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void name(String client) {
        counter(named.size() < MOST_NAMED || named.containsKey(client) ? client : OTHER);
    }

    private String label(String client) {
        return named.containsKey(client) ? client : OTHER;
    }

    private Counter counter(String label) {
        return named.computeIfAbsent(label, this::meters);
    }

    private Counter meters(String label) {
        Gauge.builder("dovira.streams.subscribers", this, all -> all.of(label).count())
                .description("open event streams")
                .tag("client", label)
                .register(meters);
        Gauge.builder("dovira.streams.lag", this, all -> all.lag(label))
                .description("positions that the slowest stream of the client is behind the log")
                .tag("client", label)
                .register(meters);
        return Counter.builder("dovira.streams.events")
                .description("events sent on streams")
                .tag("client", label)
                .register(meters);
    }

    private Stream<Subscriber> of(String label) {
        return open.stream()
                .filter(subscriber -> label(subscriber.client().name()).equals(label));
    }

    private double lag(String label) {
        long now = head.get();
        return of(label).mapToLong(subscriber -> subscriber.lag(now)).max().orElse(0);
    }
}
