package io.dovira.command.simulator;

import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
    private final List<Feed> feeds = new ArrayList<>();
    private final PriorityQueue<Feed> due =
            new PriorityQueue<>(Comparator.comparing(feed -> feed.peek().at()));
    private volatile boolean live;
    private volatile boolean running;
    private ScheduledExecutorService executor = executor();

    Simulator(EventLog log, SimulatorProperties properties, Clock clock) {
        this.simulationLog = new SimulationLog(log);
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
            long facts = recordHistory();
            LOG.info(
                    "simulated region: {} offices, {} facts of history recorded in {} s; live from now on",
                    properties.offices(),
                    facts,
                    Duration.between(began, clock.instant()).toSeconds());
            simulationLog.historyIsRecorded();
            due.addAll(feeds);
            live = true;
            scheduleNext(Duration.ZERO);
        } catch (LogUnavailable e) {
            LOG.warn("the log does not answer, the simulation begins again in a second: {}", e.getMessage());
            again(this::catchUp, PAUSE_AFTER_FAILURE);
        } catch (RuntimeException e) {
            LOG.error("the simulation stopped", e);
        }
    }

    /** Every simulation begins anew: what it yields first is recorded already and is skipped. */
    private void begin() {
        feeds.clear();
        due.clear();
        live = false;
        List<OfficeProfile> offices = SimulatedRegion.offices(properties.seed(), properties.offices());
        Instant start = simulationLog.startOf(offices.getFirst()).orElseGet(this::firstDay);
        // In this order, because what belongs to a visit is recorded after it.
        SimulatedRegion.simulations(offices, properties.seed(), start).forEach(each -> feeds.add(new Feed(each)));
    }

    private Instant firstDay() {
        var today = clock.instant().atZone(properties.zone()).toLocalDate();
        return today.minusDays(properties.days())
                .atStartOfDay(properties.zone())
                .toInstant();
    }

    private long recordHistory() {
        long facts = 0;
        Instant day = feeds.stream()
                .map(feed -> feed.peek().at())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        while (running && day.isBefore(clock.instant())) {
            Instant now = clock.instant();
            Instant tomorrow = day.plus(Duration.ofDays(1));
            Instant end = tomorrow.isBefore(now) ? tomorrow : now;
            facts += simulationLog.recordAll(feeds.stream()
                    .map(feed -> simulationLog.unrecorded(feed.takeUntil(end)))
                    .toList());
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
        } catch (LogUnavailable e) {
            LOG.warn("the log does not answer, the simulation waits: {}", e.getMessage());
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
