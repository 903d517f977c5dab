package io.dovira.query.platform.projector;

import com.mongodb.MongoException;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogUnavailable;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.log.Tail;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.ProjectionListener;
import io.dovira.query.platform.ProjectionStatus;
import io.dovira.query.platform.ProjectionStatus.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one projection going on a thread of its own: claims it, follows the log, and begins again from what is stored whenever something
 * fails. Any number of services may run the same projection; the claim lets one of them work.
 *
 * <pre>
 *   claim -> [ poll the tail -> fold -> documents by rank -> position -> tell listeners ]* -> claim lost or error -> begin again
 * </pre>
 */
final class Projector {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Fold fold;
    private final EventLog log;
    private final Storage storage;
    private final Claim claim;
    private final DeadLetters deadLetters;
    private final ProjectorOptions options;
    private final List<ProjectionListener> listeners;
    private final ProjectorMeters meters;
    private final StoredDocuments.Steps steps;
    private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();

    private volatile @Nullable Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable Tail tail;
    private volatile State state = State.STARTING;
    private volatile @Nullable String problem;
    private volatile long position;
    private volatile long head;

    Projector(
            Fold fold,
            EventLog log,
            Storage storage,
            TokenStore tokens,
            ProjectorOptions options,
            List<ProjectionListener> listeners,
            ProjectorMeters meters,
            StoredDocuments.Steps steps) {
        this.fold = fold;
        this.log = log;
        this.storage = storage;
        this.claim = new Claim(tokens, fold);
        this.deadLetters = new DeadLetters(storage.deadLetters(fold), new Settled(storage.database(), fold));
        this.options = options;
        this.listeners = List.copyOf(listeners);
        this.meters = meters;
        this.steps = steps;
    }

    /** Somebody wants the letters of a sequence tried again, or those of all sequences if it is null. */
    private record Wish(@Nullable String sequence, CompletableFuture<Integer> taken) {}

    Fold fold() {
        return fold;
    }

    /** Begins, or begins again after {@link #stop}. */
    void start() {
        stopping = false;
        state = State.STARTING;
        thread = Thread.ofPlatform()
                .name("dovira-projection-" + fold.name())
                .daemon()
                .start(this::run);
    }

    /** Finishes the batch at hand, stores the position and gives up the claim. Returns when that is done. */
    void stop() {
        stopping = true;
        Thread running = thread;
        if (running == null) {
            return;
        }
        Tail following = tail;
        if (following != null) {
            following.close();
        }
        LockSupport.unpark(running);
        try {
            if (!running.join(Duration.ofSeconds(20))) {
                LOG.warn("projection {} does not stop; what it has not written comes again", fold.name());
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Tries dead letters again, between two batches.
     *
     * @return completed with how many facts were taken; fails if the projection does not run here
     */
    CompletableFuture<Integer> retry(@Nullable String sequence) {
        Wish wish = new Wish(sequence, new CompletableFuture<>());
        if (state == State.LIVE || state == State.CATCHING_UP) {
            wishes.add(wish);
        } else {
            wish.taken().completeExceptionally(new IllegalStateException("the projection does not run here"));
        }
        return wish.taken();
    }

    List<DeadLetters.Letter> letters() {
        return deadLetters.all();
    }

    /** The position if the projection runs here; the stored one if it runs elsewhere. */
    long position() {
        return runsHere() ? position : storage.position(fold);
    }

    boolean runsHere() {
        return state == State.LIVE || state == State.CATCHING_UP;
    }

    ProjectionStatus status() {
        long at = position();
        long end = Math.max(at, log.head());
        State now = state;
        return new ProjectionStatus(
                fold.name(),
                fold.version(),
                at,
                end,
                end - at,
                runsHere() ? meters.eventsPerSecond() : 0,
                now,
                deadLetters.count(),
                problem);
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!stopping) {
            try {
                long from = claim.take();
                pause = FIRST_PAUSE;
                problem = null;
                follow(from);
            } catch (UnableToClaimTokenException e) {
                become(State.ELSEWHERE, null);
                rest(options.standBy());
            } catch (MongoException | LogUnavailable e) {
                become(State.WAITING_FOR_DATABASE, e);
                rest(pause);
                pause = longer(pause);
            } catch (InterruptedException e) {
                // Only stop() interrupts, when it has waited long enough.
                break;
            } catch (RuntimeException e) {
                become(State.BROKEN, e);
                rest(pause);
                pause = longer(pause);
            }
        }
        state = State.STOPPED;
        wishes.forEach(wish -> wish.taken().cancel(false));
    }

    private void follow(long from) throws InterruptedException {
        deadLetters.load();
        StoredDocuments documents = new StoredDocuments(storage.database(), fold, options.documentsInMemory());
        Projection projection =
                new Projection(fold, documents, deadLetters, new Journal(storage.database(), fold), claim, from, steps);
        projection.finishInterruptedRetry(log::event);
        // What other owners write, were it later than now, can not reach beyond the head of now: they read before they
        // proved their claim, and proved it before we took it. So beyond it stamps are ours alone, and a retry is safe.
        long safe = log.head();
        head = safe;
        position = from;
        state = State.CATCHING_UP;
        LOG.info("projection {} goes on from position {} of {}", Claim.nameOf(fold), from, safe);
        long extended = System.nanoTime();
        try (Tail following = log.tail(from)) {
            tail = following;
            while (!stopping) {
                List<StoredEvent> events = following.poll(options.batch(), LONGEST_POLL);
                if (!events.isEmpty()) {
                    take(projection, events);
                    extended = System.nanoTime();
                } else if (System.nanoTime() - extended > options.claimTimeout().toNanos() / 4) {
                    claim.extend();
                    extended = System.nanoTime();
                }
                look(projection, events.size());
                if (!wishes.isEmpty() && projection.position() >= safe) {
                    grant(projection, wishes.take());
                }
            }
        } finally {
            tail = null;
            meters.idle();
        }
        claim.release();
        LOG.info("projection {} stopped at position {}", Claim.nameOf(fold), projection.position());
    }

    private void take(Projection projection, List<StoredEvent> events) {
        long began = System.nanoTime();
        int documents = projection.take(events);
        position = projection.position();
        meters.took(events.size(), documents, System.nanoTime() - began);
        tell();
    }

    /** Finds out how far behind it is; at the head that needs no query. */
    private void look(Projection projection, int polled) {
        if (polled < options.batch()) {
            head = Math.max(head, projection.position());
        } else if (meters.aSecondHasPassed()) {
            head = log.head();
        }
        state = head - projection.position() > options.batch() ? State.CATCHING_UP : State.LIVE;
        meters.at(projection.position(), head);
    }

    private void grant(Projection projection, Wish wish) {
        try {
            String wanted = wish.sequence();
            List<String> sequences = wanted != null
                    ? List.of(wanted)
                    : deadLetters.all().stream()
                            .map(DeadLetters.Letter::sequence)
                            .distinct()
                            .toList();
            int taken = 0;
            for (String sequence : sequences) {
                taken += projection.retry(sequence, log::event);
            }
            tell();
            wish.taken().complete(taken);
        } catch (RuntimeException e) {
            wish.taken().completeExceptionally(e);
            throw e;
        }
    }

    private void tell() {
        for (ProjectionListener listener : listeners) {
            try {
                listener.written(fold.name(), position);
            } catch (RuntimeException e) {
                LOG.warn("a listener of projection {} failed", fold.name(), e);
            }
        }
    }

    private void become(State next, @Nullable RuntimeException cause) {
        String why = cause == null ? null : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        if (cause != null && !String.valueOf(why).equals(problem)) {
            LOG.warn("projection {} begins again from what is stored: {}", fold.name(), why);
            LOG.debug("because of", cause);
        }
        problem = why;
        state = next;
        wishes.forEach(wish -> wish.taken().completeExceptionally(new IllegalStateException("interrupted: " + why)));
        wishes.clear();
    }

    private void rest(Duration time) {
        if (!stopping) {
            LockSupport.parkNanos(time.toNanos());
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
