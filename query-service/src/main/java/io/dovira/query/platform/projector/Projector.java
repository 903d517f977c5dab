package io.dovira.query.platform.projector;

import com.mongodb.MongoException;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogUnavailable;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.log.Tail;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.ProjectionStatus.State;
import java.time.Duration;
import java.util.ArrayList;
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

    /** By so much the position of a projection may stand behind facts that it does not want. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long EAGER_NANOS = Duration.ofSeconds(10).toNanos();

    private final Fold fold;
    private final Build build;
    private final EventLog log;
    private final Storage storage;
    private final Claim claim;
    private final DeadLetters deadLetters;
    private final ProjectorOptions options;
    private final Overseer overseer;
    private final ProjectorMeters meters;
    private final Pace pace;
    private final Pace.Work work;
    private final StoredDocuments.Steps steps;
    private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();

    private volatile @Nullable Thread thread;
    private volatile boolean stopping;
    private volatile Role role;
    private volatile long shownUntil = System.nanoTime();
    private volatile @Nullable Tail tail;
    private volatile State state = State.STARTING;
    private volatile @Nullable String problem;
    private volatile long position;
    private volatile long head;
    private Duration pause = FIRST_PAUSE;
    private int largeBatch;
    private long signOfLife;
    private long looked;
    /** When the last batch began to be taken. */
    private long lastBatch;

    Projector(
            Fold fold,
            Build build,
            Role role,
            EventLog log,
            Storage storage,
            TokenStore tokens,
            ProjectorOptions options,
            Overseer overseer,
            ProjectorMeters meters,
            Pace pace,
            StoredDocuments.Steps steps) {
        this.fold = fold;
        this.build = build;
        this.role = role;
        this.log = log;
        this.storage = storage;
        this.claim = new Claim(tokens, build);
        this.deadLetters = new DeadLetters(storage.deadLetters(build), new Settled(storage.database(), build));
        this.options = options;
        this.largeBatch = Math.min(options.batch(), options.rebuild().batch());
        this.overseer = overseer;
        this.meters = meters;
        this.pace = pace;
        this.work = pace.work();
        this.steps = steps;
    }

    /** Somebody wants the letters of a sequence tried again, or those of all sequences if it is null. */
    private record Wish(@Nullable String sequence, CompletableFuture<Integer> taken) {}

    Build build() {
        return build;
    }

    Role role() {
        return role;
    }

    /** What it is for from now on; takes effect between two batches. */
    void become(Role next) {
        if (role == Role.SHOWN && next != Role.SHOWN) {
            meters.idle();
            shownUntil = System.nanoTime();
        }
        role = next;
        nudge();
    }

    /** There is something to do: it need not rest until its time has come. */
    void nudge() {
        LockSupport.unpark(thread);
    }

    /** Begins, or begins again after {@link #stop}. */
    void start() {
        stopping = false;
        state = State.STARTING;
        thread = Thread.ofPlatform()
                .name("dovira-projection-" + build.name())
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
                LOG.warn("projection {} does not stop; what it has not written comes again", build.name());
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
        return runsHere() ? position : storage.position(build);
    }

    boolean runsHere() {
        return state == State.LIVE || state == State.CATCHING_UP;
    }

    State state() {
        return state;
    }

    @Nullable
    String problem() {
        return problem;
    }

    private void run() {
        while (!stopping) {
            try {
                follow(claim.take());
            } catch (UnableToClaimTokenException e) {
                become(State.ELSEWHERE, null);
                rest(options.standBy());
            } catch (MongoException | LogUnavailable e) {
                become(State.WAITING_FOR_DATABASE, e);
                restAfterFailure();
            } catch (InterruptedException e) {
                // Only stop() interrupts, when it has waited long enough.
                break;
            } catch (RuntimeException e) {
                become(State.BROKEN, e);
                restAfterFailure();
            }
        }
        state = State.STOPPED;
        wishes.forEach(wish -> wish.taken().cancel(false));
    }

    private void follow(long from) throws InterruptedException {
        deadLetters.load();
        StoredDocuments documents =
                new StoredDocuments(storage.database(), build, options.documentsInMemory(), from == 0);
        Projection projection = new Projection(
                fold, documents, deadLetters, new Journal(storage.database(), build), claim, from, steps);
        projection.finishInterruptedRetry(log::event);
        // What other owners write, were it later than now, can not reach beyond the head of now: they read before they
        // proved their claim, and proved it before we took it. So beyond it stamps are ours alone, and a retry is safe.
        long safe = log.head();
        head = safe;
        position = from;
        state = State.CATCHING_UP;
        overseer.claimed(build);
        LOG.info("projection {} goes on from position {} of {}", build.name(), from, safe);
        signOfLife = System.nanoTime();
        lastBatch = signOfLife - fold.gap().toNanos();
        try (Tail following = log.tail(from)) {
            tail = following;
            while (!stopping) {
                Role now = role;
                if (now == Role.KEPT) {
                    restWhileKept(projection);
                }
                List<StoredEvent> events = poll(following, isFarBehind(now) ? largeBatch : options.batch());
                if (!events.isEmpty()) {
                    take(projection, events, now);
                } else {
                    keepClaim(projection);
                }
                goesWell();
                look(projection, events.size(), now);
                if (now != Role.SHOWN) {
                    overseer.between(build, projection, state == State.LIVE, beat(projection));
                }
                if (!wishes.isEmpty() && projection.position() >= safe) {
                    grant(projection, wishes.take());
                }
            }
        } catch (Overseer.Abandoned e) {
            LOG.debug("projection {} left something unfinished", build.name());
        } finally {
            tail = null;
            if (role == Role.SHOWN) {
                meters.idle();
            }
        }
        claim.release();
        LOG.info("projection {} stopped at position {}", build.name(), projection.position());
    }

    /**
     * What there is; several pages together when it is far behind. At the head facts are gathered for a moment: at most one batch in the fold's
     * gap, at once after silence; and of facts that it does not want all that is written is the position.
     */
    private List<StoredEvent> poll(Tail following, int most) throws InterruptedException {
        List<StoredEvent> all = new ArrayList<>();
        List<StoredEvent> next = following.poll(most, LONGEST_POLL);
        long soonest = System.nanoTime() + GATHERING.toNanos();
        boolean wanted = false;
        while (!next.isEmpty()) {
            all.addAll(next);
            if (!wanted && next.stream().anyMatch(event -> Batch.concerns(fold, event))) {
                wanted = true;
                soonest = lastBatch + fold.gap().toNanos();
            }
            if (state == State.LIVE && all.size() < most) {
                rest(soonest);
            }
            next = all.size() == most ? List.of() : following.poll(most - all.size(), Duration.ZERO);
        }
        if (!all.isEmpty()) {
            lastBatch = System.nanoTime();
        }
        return all;
    }

    /** Nobody looks at single facts yet; and the more of them are taken together, the fewer documents are written. */
    private boolean isFarBehind(Role now) {
        return now != Role.SHOWN || state == State.CATCHING_UP;
    }

    private void take(Projection projection, List<StoredEvent> events, Role now) {
        boolean behind = isFarBehind(now);
        long began = System.nanoTime();
        if (now == Role.SHOWN) {
            int documents = takeAtOnce(projection, events);
            meters.took(events.size(), documents, System.nanoTime() - began);
        } else {
            work.begins();
            projection.take(
                    events,
                    Portions.small(this::letOthersGoFirst),
                    at -> overseer.folded(build, at, projection.documents()));
        }
        if (behind) {
            fit(events.size(), System.nanoTime() - began);
        }
        signOfLife = System.nanoTime();
        position = projection.position();
        overseer.written(build, position);
    }

    private int takeAtOnce(Projection projection, List<StoredEvent> events) {
        long began = pace.shownBegins();
        try {
            return projection.take(events);
        } finally {
            pace.shownEnds(began);
        }
    }

    private void letOthersGoFirst() {
        if (!stopping) {
            work.step();
        }
    }

    /** A batch that takes too long could lose the claim, and would make whoever stops the service wait. */
    private void fit(int events, long took) {
        if (took > options.claimTimeout().toNanos() / 4) {
            largeBatch = Math.max(Math.min(options.batch(), largeBatch), largeBatch / 2);
        } else if (events == largeBatch) {
            largeBatch = Math.min(options.rebuild().batch(), 2 * largeBatch);
        }
    }

    /** Nobody looks at it: once in a while is often enough, and costs those who are looked at less. */
    private void restWhileKept(Projection projection) {
        // Other services may show it a moment longer than this one.
        long follow = options.rebuild().follow().toNanos();
        long until = System.nanoTime() - shownUntil < EAGER_NANOS ? 0 : System.nanoTime() + follow;
        while (!stopping && role == Role.KEPT && !overseer.isAwaited(build) && until - System.nanoTime() > 0) {
            LockSupport.parkNanos(Math.min(until - System.nanoTime(), LONGEST_POLL.toNanos()));
            keepClaim(projection);
        }
    }

    private Overseer.Beat beat(Projection projection) {
        work.begins();
        return () -> {
            if (stopping) {
                throw new Overseer.Abandoned();
            }
            keepClaim(projection);
            work.step();
        };
    }

    private void keepClaim(Projection projection) {
        if (System.nanoTime() - signOfLife > options.claimTimeout().toNanos() / 4) {
            projection.keepClaim();
            signOfLife = System.nanoTime();
        }
    }

    /** Finds out how far behind it is; at the head that needs no query. */
    private void look(Projection projection, int polled, Role now) {
        boolean full = polled >= Math.min(options.batch(), largeBatch);
        if (!full) {
            head = Math.max(head, projection.position());
        } else if (System.nanoTime() - looked > LOOK_NANOS) {
            looked = System.nanoTime();
            head = log.head();
        }
        state = head - projection.position() > options.batch() || (full && now != Role.SHOWN)
                ? State.CATCHING_UP
                : State.LIVE;
        if (now == Role.SHOWN) {
            meters.at(projection.position(), head);
            if (polled == 0) {
                pace.shownIdle();
            }
        }
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
            overseer.written(build, position);
            wish.taken().complete(taken);
        } catch (RuntimeException e) {
            wish.taken().completeExceptionally(e);
            throw e;
        }
    }

    private void become(State next, @Nullable RuntimeException cause) {
        String why = cause == null ? null : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        if (cause != null && !String.valueOf(why).equals(problem)) {
            LOG.warn("projection {} begins again from what is stored: {}", build.name(), why);
            LOG.debug("because of", cause);
        }
        problem = why;
        state = next;
        wishes.forEach(wish -> wish.taken().completeExceptionally(new IllegalStateException("interrupted: " + why)));
        wishes.clear();
    }

    /** To have claimed it is not enough: what fails again with the first batch would fail many times a second. */
    private void goesWell() {
        pause = FIRST_PAUSE;
        problem = null;
    }

    private void restAfterFailure() {
        rest(pause);
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private void rest(Duration time) {
        rest(System.nanoTime() + time.toNanos());
    }

    private void rest(long until) {
        while (!stopping && until - System.nanoTime() > 0) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
