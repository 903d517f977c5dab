package io.dovira.command.footage;

import io.dovira.command.footage.store.FileStore;
import io.dovira.command.footage.store.StoreUnavailable;
import io.dovira.command.platform.Commands;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.Refused;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.events.FootageId;
import io.dovira.events.TimeQuality;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageState;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogCursor;
import io.dovira.eventstore.log.LogFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes round all segments, again and again: computes hashes that were not computed for long, ends what is kept no longer, and deletes it. Several
 * services may do so at once: the ids of what they record derive from what they found, and the log takes it once.
 *
 * <p>The order of an end keeps it safe: nobody may watch it any more (a fact), then its files are deleted, then that is a fact. A crash in between
 * leaves the rest to the next round.
 */
@Component
class FootageCare implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FootageCare.class);

    /** Older than any upload that still goes on. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final EventLog log;
    private final States states;
    private final Commands commands;
    private final FileStore store;
    private final Checks checks;
    private final FootageProperties properties;
    private final FootageMeters meters;
    private final Clock clock;
    private volatile @Nullable Thread worker;

    FootageCare(
            EventLog log,
            States states,
            Commands commands,
            FileStore store,
            Checks checks,
            FootageProperties properties,
            FootageMeters meters,
            Clock clock) {
        this.log = log;
        this.states = states;
        this.commands = commands;
        this.store = store;
        this.checks = checks;
        this.properties = properties;
        this.meters = meters;
        this.clock = clock;
    }

    /** One round over all segments. Stops early when the service does. */
    void round() {
        int left = store.tidy(clock.instant().minus(LEFT_BEHIND));
        if (left > 0) {
            LOG.info("{} uploads that had broken off were deleted", left);
        }
        Set<FootageId> broken = new HashSet<>();
        try (LogCursor ingested = log.read(0, LogFilter.types(Facts.nameOf(SegmentIngested.class)))) {
            while (ingested.hasNext() && !Thread.currentThread().isInterrupted()) {
                String stream = ingested.next().stream();
                Footage footage = states.find(Segments.SUBJECT, stream)
                        .map(Seen::state)
                        .orElseThrow(() -> new IllegalStateException(stream + " has facts and no state"));
                if (lookAfter(footage)) {
                    broken.add(footage.id());
                }
            }
        }
        if (!Thread.currentThread().isInterrupted()) {
            meters.broken(broken);
        }
    }

    /** Whether it is broken now. One segment that cannot be looked after does not keep the others from it. */
    private boolean lookAfter(Footage footage) {
        try {
            return switch (footage.state()) {
                case RECORDING, PURGED -> false;
                case EXPIRED -> {
                    purge(footage);
                    yield false;
                }
                case AVAILABLE, HELD -> {
                    Instant until = footage.keepUntil();
                    if (footage.state() == FootageState.AVAILABLE
                            && until != null
                            && clock.instant().isAfter(until)) {
                        purge(send(footage, new ExpireRetention(footage.id()), "expire"));
                        yield false;
                    }
                    yield isDue(footage) ? check(footage) : footage.isBroken();
                }
            };
        } catch (Refused changed) {
            // Somebody held it, or did the same, a moment ago.
            return footage.isBroken();
        } catch (StoreUnavailable e) {
            LOG.warn("segment {} cannot be looked after now", footage.id(), e);
            return footage.isBroken();
        }
    }

    private boolean isDue(Footage footage) {
        Instant before = clock.instant().minus(properties.checkEvery());
        return footage.files().stream().anyMatch(file -> file.checkedAt().isBefore(before));
    }

    private boolean check(Footage footage) {
        List<ReportIntegrity.Checked> found = checks.look(footage, this::slowly);
        found.forEach(one -> meters.checked(one.finding()));
        List<ReportIntegrity.Checked> wrong = found.stream()
                .filter(one -> one.finding() != IntegrityFinding.MATCHES)
                .toList();
        if (!wrong.isEmpty()) {
            LOG.error("segment {} is not what came in: {}", footage.id(), wrong);
            meters.brokenNow(footage.id());
        }
        return send(footage, new ReportIntegrity(footage.id(), found), "check").isBroken();
    }

    private void purge(Footage footage) {
        footage.files().forEach(file -> store.delete(file.file()));
        send(footage, new PurgeFootage(footage.id()), "purge");
        meters.purged();
    }

    private Footage send(Footage footage, FootageCommand command, String what) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String seed = "footage/" + footage.id() + "/" + what + "/" + footage.facts();
        Intent intent = new Intent(
                "system-footage",
                "system",
                office -> true,
                EventIds.of(seed),
                Moment.now(now),
                TimeQuality.EXACT,
                seed,
                null);
        return commands.send(Segments.SUBJECT, footage.id().stream(), command, intent)
                .state();
    }

    /** Reads no faster than {@code checkRate}: the disk belongs to those who watch and to the recorders. */
    private void slowly(int bytes) {
        LockSupport.parkNanos(
                Duration.ofSeconds(1).toNanos() * bytes / properties.checkRate().toBytes());
    }

    @Override
    public void start() {
        worker = Thread.ofVirtual().name("footage-care").start(this::goRound);
    }

    private void goRound() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                round();
            } catch (RuntimeException e) {
                LOG.warn("the round over all footage broke off; the next one begins from the start", e);
            }
            LockSupport.parkNanos(properties.pauseBetweenRounds().toNanos());
        }
    }

    @Override
    public void stop() {
        Thread running = worker;
        if (running != null) {
            running.interrupt();
            worker = null;
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
