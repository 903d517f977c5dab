package io.dovira.command.obligations;

import io.dovira.command.platform.Append;
import io.dovira.command.platform.Checkpoints;
import io.dovira.command.platform.Checkpoints.Checkpoint;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.NewFact;
import io.dovira.command.platform.Outcome;
import io.dovira.command.platform.Recorder;
import io.dovira.events.Meta;
import io.dovira.events.Origin;
import io.dovira.events.TimeQuality;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.obligations.Ledger;
import io.dovira.events.obligations.Obligation;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogFilter;
import io.dovira.eventstore.log.LogUnavailable;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.log.Tail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the log, and records each duty that runs out. Any number of services may watch: the fact has an id and a place that are made of the obligation,
 * so the log takes it once. A restart goes on from a checkpoint, which says how far the log was followed and who owed something there; without one, or
 * with one of other rules or of another log, it begins with the log. A checkpoint is only a shorter way to the same: whatever was recorded after it, or
 * not any more before a crash, is found or recorded again.
 *
 * <p>Nothing is recorded before the watcher has read what the log held when the duty ran out: a fact that it has not read yet may have met the duty
 * ({@link Horizon}). A fact that comes later than the breach and tells that the duty had been met in time does not undo it. A history that is told at once
 * comes in parts: what was imported or simulated is not judged while more of it comes.
 */
@Component
final class ObligationWatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ObligationWatcher.class);
    private static final LogFilter FACTS = new LogFilter(Facts.all().stream()
            .filter(Ledger::wants)
            .map(Facts::nameOf)
            .collect(Collectors.toCollection(TreeSet::new)));
    private static final int BATCH = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMillis(100);
    /** Longer than between two parts of a history that is being told. */
    private static final Duration REST_OF_A_HISTORY = Duration.ofSeconds(10);

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final String ACTOR = "system";
    private static final String CHECKPOINT = "obligations";
    private static final long FACTS_BETWEEN_CHECKPOINTS = 10_000;

    /** More would be a document that no database takes; then the start is a long one. */
    private static final int MOST_SUBJECTS = 200_000;

    private final EventLog log;
    private final Recorder recorder;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private final LeftOut leftOut = new LeftOut();
    private final LogPast past;
    private final Horizon horizon;
    private Instant lastOfAHistory = Instant.MIN;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    ObligationWatcher(EventLog log, Recorder recorder, Checkpoints checkpoints, Clock clock) {
        this.log = log;
        this.past = new LogPast(log, leftOut);
        this.recorder = recorder;
        this.checkpoints = checkpoints;
        this.clock = clock;
        this.horizon = new Horizon(clock, log::time, log::head);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("dovira-obligations").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                watch();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // Stopped, it was interrupted in the middle of a question to the database: no trouble.
                if (running) {
                    tell(e);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    private static void tell(RuntimeException trouble) {
        if (trouble instanceof LogUnavailable) {
            LOG.warn("the log does not answer, the watch begins again: {}", trouble.getMessage());
        } else {
            LOG.error("the watch over obligations failed and begins again", trouble);
        }
    }

    private void watch() throws InterruptedException {
        Checkpoint from = checkpoints.usable(CHECKPOINT, Ledger.RULES, log).orElse(null);
        long start = from == null ? 0 : from.position();
        Watch watch = from == null ? new Watch(past, leftOut) : Watch.at(start, from.streams(), past, leftOut);
        // What lies before a checkpoint may have been a part of a history of which more comes.
        lastOfAHistory = log.event(start).map(StoredEvent::recordedAt).orElse(Instant.MIN);
        try (Tail tail = log.tail(start, FACTS)) {
            follow(tail, watch, start);
        }
    }

    private void follow(Tail tail, Watch watch, long start) throws InterruptedException {
        long kept = start;
        boolean atTheEnd = false;
        boolean caughtUp = false;
        while (running) {
            List<StoredEvent> events = tail.poll(BATCH, atTheEnd ? untilNext(watch) : Duration.ofMillis(1));
            events.forEach(event -> take(event, watch));
            atTheEnd = events.isEmpty();
            if (horizon.isAhead() || !missed(watch, clock.instant()).isEmpty()) {
                horizon.passedAt(tail.position()).ifPresent(moment -> record(watch, moment));
            }
            boolean settled = atTheEnd && !horizon.isAhead();
            if (settled && tail.position() - kept >= (caughtUp ? FACTS_BETWEEN_CHECKPOINTS : 1)) {
                keep(watch, tail.position());
                kept = tail.position();
            }
            caughtUp |= atTheEnd;
        }
    }

    private void take(StoredEvent event, Watch watch) {
        past.take(event, recorded -> {
            watch.take(recorded);
            if (recorded.meta().backfilled()) {
                lastOfAHistory = recorded.recordedAt();
            }
        });
    }

    private void keep(Watch watch, long position) {
        List<String> subjects = watch.subjects();
        if (subjects.size() <= MOST_SUBJECTS) {
            log.event(position)
                    .ifPresent(event ->
                            checkpoints.save(CHECKPOINT, new Checkpoint(Ledger.RULES, position, event.id(), subjects)));
        }
    }

    private List<Obligation> missed(Watch watch, Instant moment) {
        List<Obligation> missed = watch.missedAt(moment);
        return isHistoryToldBy(moment)
                ? missed
                : missed.stream().filter(each -> each.origin() == Origin.LIVE).toList();
    }

    private boolean isHistoryToldBy(Instant moment) {
        return lastOfAHistory.isBefore(moment.minus(REST_OF_A_HISTORY));
    }

    private Duration untilNext(Watch watch) {
        if (horizon.isAhead() || !isHistoryToldBy(clock.instant())) {
            return SOON;
        }
        Duration left = watch.next()
                .map(due -> Duration.between(clock.instant(), due).plusMillis(1))
                .orElse(LONGEST_WAIT);
        if (left.isNegative() || left.isZero()) {
            // The clock of the database has not come so far, or it could not be recorded.
            return SOON;
        }
        return left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
    }

    private void record(Watch watch, Instant moment) {
        List<Obligation> missed = missed(watch, moment);
        int fresh = 0;
        List<Outcome> outcomes =
                recorder.record(missed.stream().map(ObligationWatcher::append).toList());
        for (int i = 0; i < missed.size(); i++) {
            switch (outcomes.get(i)) {
                case Outcome.Done done -> {
                    fresh += done.before() ? 0 : 1;
                    watch.recorded(missed.get(i));
                }
                // Somebody else stands at its place; the tail tells who.
                case Outcome.Taken ignored -> watch.recorded(missed.get(i));
                case Outcome.Unavailable none -> {
                    LOG.warn("a breach is recorded later, the log does not answer: {}", none.reason());
                    return;
                }
            }
        }
        if (fresh > 0) {
            LOG.info(
                    "{} obligations were not met in time, the first of them {}",
                    fresh,
                    missed.getFirst().rule());
        }
    }

    private static Append append(Obligation missed) {
        Instant passed = missed.due().plusMillis(1);
        Meta meta = new Meta(
                ACTOR, ACTOR, "obligation-" + missed.id(), null, missed.office(), TimeQuality.EXACT, missed.origin());
        NewFact fact = new NewFact(EventIds.of("breach\0" + missed.id()), passed, missed.breach(), meta);
        return new Append(missed.id().stream(), 0, List.of(fact));
    }
}
