package io.dovira.command.floor;

import io.dovira.command.platform.FactCodec;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.Recorded;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.VisitClosedBySystem;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorNoShow;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogCursor;
import io.dovira.eventstore.log.LogFilter;
import io.dovira.eventstore.log.LogUnavailable;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.log.Tail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * The floors of all offices, following the log from the first question on: a service that nobody works at reads nothing. Thread-safe. Kept in memory
 * only; after a start the last day and a half is read again, and beside it who was left open in the weeks before.
 */
@Component
final class Floors implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Floors.class);
    private static final Set<Class<? extends Fact>> ENDS =
            Set.of(ServiceFinished.class, VisitorNoShow.class, VisitorAbandoned.class, VisitClosedBySystem.class);
    /** Offices, and the policies on which they may let people wait: few facts, wanted from the beginning. */
    private static final LogFilter TERMS =
            filter(type -> OfficeFact.class.isAssignableFrom(type) || PolicyFact.class.isAssignableFrom(type));

    private static final LogFilter FACTS = filter(type -> OfficeFact.class.isAssignableFrom(type)
            || PolicyFact.class.isAssignableFrom(type)
            || DeskFact.class.isAssignableFrom(type)
            || VisitFact.class.isAssignableFrom(type));
    private static final String ARRIVED = Facts.nameOf(VisitorArrived.class);
    private static final LogFilter TURNS = filter(type -> type == VisitorArrived.class || ENDS.contains(type));
    private static final int BATCH = 1_000;
    /** Whoever is on leave for longer finds the rest on the board. */
    private static final Duration WEEKS = Duration.ofDays(21);

    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final EventLog log;
    private final Clock clock;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Hall hall;
    private boolean caughtUp;
    private volatile boolean closed;
    private volatile Thread thread = Thread.currentThread();

    Floors(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
        this.hall = new Hall(this::story);
    }

    private static LogFilter filter(Predicate<Class<? extends Fact>> wanted) {
        return new LogFilter(
                Facts.all().stream().filter(wanted).map(Facts::nameOf).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The floor of an office, told up to a position at least; empty if there is no such office. */
    Optional<Floor> floor(OfficeId office, long minPosition) {
        return asOf(minPosition, known -> known.floor(office, clock.instant()));
    }

    /** All offices that are known. */
    List<Office> offices() {
        return asOf(0, known -> List.copyOf(known.offices()));
    }

    private <T> T asOf(long minPosition, Function<Hall, T> answer) {
        if (asked.compareAndSet(false, true)) {
            thread = Thread.ofPlatform().daemon().name("dovira-floors").start(this::run);
        }
        long left = PATIENCE_NANOS;
        lock.lock();
        try {
            while (!caughtUp || hall.position() < minPosition) {
                if (left <= 0) {
                    throw new ResponseStatusException(
                            HttpStatus.SERVICE_UNAVAILABLE, "The log is still being read. Try again.");
                }
                left = moved.awaitNanos(left);
            }
            return answer.apply(hall);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "The service stops.", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void destroy() {
        closed = true;
        if (asked.get()) {
            thread.interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                follow();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // Closed, it was interrupted in the middle of a question to the database: no trouble.
                if (!closed) {
                    tell(e);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    private static void tell(RuntimeException trouble) {
        if (trouble instanceof LogUnavailable) {
            LOG.warn("the log does not answer, the floors are read anew: {}", trouble.getMessage());
        } else {
            LOG.error("following the floors failed and begins anew", trouble);
        }
    }

    private void follow() throws InterruptedException {
        Instant since = clock.instant().minus(Hall.DAY);
        long start = log.positionAt(since);
        long head = log.head();
        Hall fresh = begin(termsUpTo(start), start);
        Thread.ofVirtual().name("dovira-floors-earlier").start(() -> remember(fresh, start));
        try (Tail tail = log.tail(start, FACTS)) {
            boolean behind = true;
            while (!closed) {
                List<StoredEvent> events = tail.poll(BATCH, behind ? SOON : LONGEST_WAIT);
                behind &= tail.position() < head;
                takeAll(events, since, tail.position(), !behind);
            }
        }
    }

    /** Who was left open before the position. Calling whoever waits now does not wait for it. */
    private void remember(Hall of, long start) {
        while (!closed && locked(() -> hall == of)) {
            try {
                for (String stream : leftOpen(start)) {
                    locked(() -> of.remember(stream));
                }
                return;
            } catch (RuntimeException e) {
                LOG.warn("who was left open is looked for again: {}", e.toString());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private Set<String> leftOpen(long start) {
        Instant since = clock.instant().minus(WEEKS);
        Set<String> open = new LinkedHashSet<>();
        try (LogCursor found = log.read(log.positionAt(since), TURNS)) {
            while (found.hasNext() && !closed) {
                StoredEvent event = found.next();
                if (event.position() > start) {
                    break;
                }
                if (!event.type().equals(ARRIVED)) {
                    open.remove(event.stream());
                } else if (event.occurredAt().isAfter(since)) {
                    open.add(event.stream());
                }
            }
        }
        return open;
    }

    private List<Recorded<?>> termsUpTo(long position) {
        List<StoredEvent> events = new ArrayList<>();
        try (LogCursor found = log.read(0, TERMS)) {
            while (found.hasNext()) {
                StoredEvent event = found.next();
                if (event.position() > position) {
                    break;
                }
                events.add(event);
            }
        }
        return decoded(events, event -> true);
    }

    private Hall begin(List<Recorded<?>> terms, long start) {
        Hall fresh = new Hall(this::story);
        terms.forEach(fresh::take);
        fresh.reached(start);
        return locked(() -> {
            caughtUp = false;
            hall = fresh;
            return fresh;
        });
    }

    private void takeAll(List<StoredEvent> events, Instant since, long upTo, boolean complete) {
        locked(() -> {
            // A history may have been told today; and how a visit ended that was left open.
            decoded(
                            events,
                            event -> event.occurredAt().isAfter(since)
                                    || TERMS.types().contains(event.type())
                                    || hall.holds(event.stream()))
                    .forEach(hall::take);
            hall.reached(upTo);
            caughtUp = complete;
            moved.signalAll();
            return hall;
        });
    }

    private <T> T locked(Supplier<T> what) {
        lock.lock();
        try {
            return what.get();
        } finally {
            lock.unlock();
        }
    }

    private List<Recorded<?>> story(String stream, long upTo) {
        return decoded(log.readStream(stream, 0), event -> event.position() <= upTo);
    }

    /** A fact of a newer release is left out: the projections show it among their dead letters. */
    private static List<Recorded<?>> decoded(List<StoredEvent> events, Predicate<StoredEvent> wanted) {
        List<Recorded<?>> facts = new ArrayList<>(events.size());
        for (StoredEvent event : events) {
            if (wanted.test(event)) {
                try {
                    facts.add(FactCodec.decode(event));
                } catch (IllegalArgumentException | IllegalStateException e) {
                    LOG.error("the floors cannot read position {}: {}", event.position(), e.toString());
                }
            }
        }
        return facts;
    }
}
