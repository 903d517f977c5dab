package io.dovira.command.footage;

import io.dovira.command.footage.store.FileStore;
import io.dovira.command.footage.store.StoreUnavailable;
import io.dovira.command.platform.Agenda;
import io.dovira.command.platform.Agendas;
import io.dovira.command.platform.Checkpoints;
import io.dovira.command.platform.Checkpoints.Checkpoint;
import io.dovira.command.platform.Commands;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.FactCodec;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.Refused;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.events.TimeQuality;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.events.footage.StoredFile;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogCursor;
import io.dovira.eventstore.log.LogFilter;
import io.dovira.eventstore.log.StoredEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes round the segments that are due, again and again: computes hashes that were not computed for long, ends what is kept no longer, and deletes it. Several
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

    private static final String INGESTED = Facts.nameOf(SegmentIngested.class);
    private static final LogFilter FACTS = LogFilter.types(INGESTED, Facts.nameOf(IntegrityChecked.class));
    private static final String CHECKPOINT = "footage-care";
    static final String AGENDA = "footage";
    private static final int RULES = 1;
    private static final int BATCH = 1_000;

    private final EventLog log;
    private final States states;
    private final Commands commands;
    private final FileStore store;
    private final Checks checks;
    private final Agenda due;
    private final Checkpoints checkpoints;
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
            Agendas agendas,
            Checkpoints checkpoints,
            FootageProperties properties,
            FootageMeters meters,
            Clock clock) {
        this.log = log;
        this.states = states;
        this.commands = commands;
        this.store = store;
        this.checks = checks;
        this.due = agendas.of(AGENDA);
        this.checkpoints = checkpoints;
        this.properties = properties;
        this.meters = meters;
        this.clock = clock;
    }

    /** One round over the segments that are due. Stops early when the service does. */
    void round() {
        int left = store.tidy(clock.instant().minus(LEFT_BEHIND));
        if (left > 0) {
            LOG.info("{} uploads that had broken off were deleted", left);
        }
        due.prepare();
        follow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<String> streams = due.by(now, BATCH);
        while (!streams.isEmpty() && !isStopped()) {
            for (String stream : streams) {
                if (!isStopped()) {
                    lookAfter(stream, now);
                }
            }
            streams = due.by(now, BATCH);
        }
        if (!isStopped()) {
            meters.broken(due.marked());
        }
    }

    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    /** Takes up what the log told since the last round, here or in another service: what came in, and what was found by who asked for a check. */
    private void follow() {
        long position = checkpoints
                .usable(CHECKPOINT, RULES, log)
                .map(Checkpoint::position)
                .orElse(0L);
        Map<String, Instant> told = new LinkedHashMap<>();
        StoredEvent last = null;
        try (LogCursor facts = log.read(position, FACTS)) {
            while (facts.hasNext() && !isStopped()) {
                last = facts.next();
                told.put(last.stream(), last.type().equals(INGESTED) ? firstDue(last) : last.recordedAt());
                if (told.size() == BATCH) {
                    keep(told, last);
                }
            }
        }
        if (last != null) {
            keep(told, last);
        }
    }

    private Instant firstDue(StoredEvent event) {
        Instant check = event.recordedAt().plus(properties.checkEvery());
        Instant end = FactCodec.decode(event).fact() instanceof SegmentIngested f && f.keepUntil() != null
                ? f.keepUntil()
                : check;
        return end.isBefore(check) ? end : check;
    }

    private void keep(Map<String, Instant> told, StoredEvent last) {
        due.put(told);
        told.clear();
        checkpoints.save(CHECKPOINT, new Checkpoint(RULES, last.position(), last.id(), List.of()));
    }

    /** One segment that cannot be looked after does not keep the others from it: it is due again in the next round. */
    private void lookAfter(String stream, Instant now) {
        Footage before = states.find(Segments.SUBJECT, stream)
                .map(Seen::state)
                .orElseThrow(() -> new IllegalStateException(stream + " has facts and no state"));
        try {
            boolean isChecked = isKept(before, now) && isDue(before);
            Footage after = isChecked ? check(before) : isKept(before, now) ? before : end(before);
            if (after.purged()) {
                due.drop(stream);
            } else {
                due.put(stream, next(after, now, isChecked), after.isBroken());
            }
        } catch (Refused changed) {
            // Somebody held it, or did the same, a moment ago.
            due.put(stream, afterwards(now), before.isBroken());
        } catch (StoreUnavailable e) {
            LOG.warn("segment {} cannot be looked after now", before.id(), e);
            due.put(stream, afterwards(now), before.isBroken());
        }
    }

    private static boolean isKept(Footage footage, Instant now) {
        return switch (footage.state()) {
            case EXPIRED, PURGED -> false;
            case RECORDING, HELD -> true;
            case AVAILABLE -> {
                Instant until = footage.keepUntil();
                yield until == null || !now.isAfter(until);
            }
        };
    }

    private Footage end(Footage footage) {
        Footage expired = footage.expired() ? footage : send(footage, new ExpireRetention(footage.id()), "expire");
        return expired.purged() ? expired : purge(expired);
    }

    /** When it ends or is to be checked. What a hold keeps beyond its end may be released at any time. What is found wrong again is no fact, but was looked at. */
    private Instant next(Footage footage, Instant now, boolean isChecked) {
        Instant checked = isChecked
                ? now
                : footage.files().stream()
                        .map(StoredFile::checkedAt)
                        .min(Instant::compareTo)
                        .orElse(now);
        Instant check = checked.plus(properties.checkEvery());
        Instant until = footage.keepUntil();
        Instant next = until != null && until.isBefore(check) ? until.plusMillis(1) : check;
        return next.isAfter(now) ? next : afterwards(now);
    }

    /** In the next round, not in this one. */
    private static Instant afterwards(Instant now) {
        return now.plusMillis(1);
    }

    private boolean isDue(Footage footage) {
        Instant before = clock.instant().minus(properties.checkEvery());
        return footage.files().stream().anyMatch(file -> file.checkedAt().isBefore(before));
    }

    private Footage check(Footage footage) {
        List<ReportIntegrity.Checked> found = checks.look(footage, this::slowly);
        found.forEach(one -> meters.checked(one.finding()));
        List<ReportIntegrity.Checked> wrong = found.stream()
                .filter(one -> one.finding() != IntegrityFinding.MATCHES)
                .toList();
        if (!wrong.isEmpty()) {
            LOG.error("segment {} is not what came in: {}", footage.id(), wrong);
            meters.brokenNow(footage.id().stream());
        }
        return send(footage, new ReportIntegrity(footage.id(), found), "check");
    }

    private Footage purge(Footage footage) {
        footage.files().forEach(file -> store.delete(file.file()));
        Footage purged = send(footage, new PurgeFootage(footage.id()), "purge");
        meters.purged();
        return purged;
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
                LOG.warn("the round over the footage that is due broke off; the next one goes on", e);
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
