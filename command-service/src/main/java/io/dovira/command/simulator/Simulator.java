package io.dovira.command.simulator;

import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogUnavailable;
import io.dovira.eventstore.log.StreamConflict;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Records what the simulations yield: first everything up to now, in bulk, then each fact when its time has come. After a restart it
 * goes on where the log ends; what fell into the pause is recorded then, with its own occurred time.
 */
final class Simulator implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final SimulationLog simulationLog;
    private final SimulatorProperties properties;
    private final Clock clock;
    private final List<List<Feed>> groups = new ArrayList<>();
    private final PriorityQueue<Feed> due =
            new PriorityQueue<>(Comparator.comparing(feed -> feed.peek().at()));
    private volatile boolean live;
    private volatile boolean running;
    private ScheduledExecutorService executor = executor();

    Simulator(EventLog log, SimulationLog.Content content, SimulatorProperties properties, Clock clock) {
        this.simulationLog = new SimulationLog(log, content);
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        if (executor.isShutdown()) {
            executor = executor();
        }
        executor.execute(this::catchUp);
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("the simulator did not stop within 10 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether history is recorded and each fact now waits for its time. */
    boolean isLive() {
        return live;
    }

    private void catchUp() {
        try {
            begin();
            Instant began = clock.instant();
            long facts = 0;
            for (List<Feed> group : groups) {
                facts += recordHistory(group);
            }
            LOG.info(
                    "simulated: {} offices, {} custody units, communities {}; {} facts of history recorded in {} s; live from now on",
                    properties.offices(),
                    properties.custodyUnits(),
                    properties.communities() ? "on" : "off",
                    facts,
                    Duration.between(began, clock.instant()).toSeconds());
            // From now on each commit is recorded alone, and conflicts are met one by one.
            simulationLog.forget();
            groups.forEach(due::addAll);
            live = true;
            scheduleNext(Duration.ZERO);
        } catch (LogUnavailable | UncheckedIOException e) {
            LOG.warn(
                    "the log or the store does not answer, the simulation begins again in a second: {}",
                    e.getMessage());
            again(this::catchUp, PAUSE_AFTER_FAILURE);
        } catch (StreamConflict e) {
            LOG.info("somebody else writes to {}, the simulation goes on behind that", e.stream());
            again(this::catchUp, Duration.ZERO);
        } catch (RuntimeException e) {
            LOG.error("the simulation stopped", e);
        }
    }

    /** Every simulation begins anew: what it yields first is recorded already and is skipped. */
    private void begin() {
        groups.clear();
        due.clear();
        live = false;
        simulationLog.forget();
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        IntFunction<Instant> daysAgo =
                days -> today.minusDays(days).atStartOfDay(properties.zone()).toInstant();
        Simulations.of(properties, daysAgo, simulationLog::startOf)
                .forEach(group -> groups.add(group.stream().map(Feed::new).toList()));
    }

    private long recordHistory(List<Feed> feeds) {
        if (feeds.isEmpty()) {
            return 0;
        }
        long facts = 0;
        Instant day = feeds.stream()
                .map(feed -> feed.peek().at())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        while (running && day.isBefore(clock.instant())) {
            Instant now = clock.instant();
            Instant tomorrow = day.plus(Duration.ofDays(1));
            Instant end = tomorrow.isBefore(now) ? tomorrow : now;
            List<List<SimulatedCommit>> commits = feeds.stream()
                    .map(feed -> simulationLog.unrecorded(feed.takeUntil(end)))
                    .toList();
            facts += tomorrow.isBefore(now) ? simulationLog.recordAll(commits) : simulationLog.recordToday(commits);
            day = tomorrow;
        }
        return facts;
    }

    private void scheduleNext(Duration atLeast) {
        Duration left = Duration.between(clock.instant(), due.element().peek().at());
        again(this::recordDue, left.compareTo(atLeast) > 0 ? left : atLeast);
    }

    private void recordDue() {
        try {
            while (running && !due.element().peek().at().isAfter(clock.instant())) {
                Feed feed = due.remove();
                try {
                    simulationLog.record(feed.peek());
                    feed.take();
                } finally {
                    // Back in line: with the next commit, or with the same one if it may not be recorded.
                    due.add(feed);
                }
            }
            scheduleNext(Duration.ZERO);
        } catch (LogUnavailable | UncheckedIOException e) {
            LOG.warn("the log or the store does not answer, the simulation waits: {}", e.getMessage());
            scheduleNext(PAUSE_AFTER_FAILURE);
        } catch (RuntimeException e) {
            LOG.error("the simulation stopped", e);
        }
    }

    // Tasks catch what they throw; nobody waits for the future.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void again(Runnable task, Duration delay) {
        if (running) {
            executor.schedule(task, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    private static ScheduledExecutorService executor() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("dovira-simulator").factory());
        // What waits for its time is recorded after the next start; stopping does not wait for it.
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }
}
