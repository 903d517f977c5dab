package io.dovira.command.simulator;

import io.dovira.events.Fact;
import io.dovira.events.FootageId;
import io.dovira.events.Meta;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.footage.SegmentIngested;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.log.AppendOutcome;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogUnavailable;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.log.NotAppended;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.log.StreamConflict;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the simulation stands in the log: what of it is recorded already, and recording more. A stream in which somebody else (a person at the
 * desk page, a script) has recorded something is theirs from then on; the simulation leaves it alone. Used by one thread.
 */
final class SimulationLog {
    private static final Logger LOG = LoggerFactory.getLogger(SimulationLog.class);
    /** Facts in one commit of history: few enough for a page of the log, many enough to be quick. */
    private static final int FACTS_PER_APPEND = 40;

    /** Where the content of footage goes; returns the name under which it is kept. */
    interface Content {
        String keep(FootageId owner, String sha256, byte[] content);
    }

    private final EventLog log;
    private final SharedStreams shared;
    private final Content content;
    private final Set<String> takenOver = new HashSet<>();
    /** Streams that are known to be ours up to now. */
    private final Set<String> ours = new HashSet<>();

    SimulationLog(EventLog log, Content content) {
        this.log = log;
        this.content = content;
        this.shared = new SharedStreams(log);
    }

    /** When a stream began, if the simulation ran on this log before. */
    Optional<Instant> startOf(String stream) {
        return log.readStream(stream, 0).stream().findFirst().map(StoredEvent::occurredAt);
    }

    /**
     * The rest of the commits, from the first that is not recorded. They were recorded in this order, so the border is found by halving; what was left
     * alone tells nothing, so whoever comes before it is asked. Most days are recorded whole, or not at all: the last and the first are asked first.
     */
    List<SimulatedCommit> unrecorded(List<SimulatedCommit> commits) {
        int first = 0;
        int end = commits.size();
        for (int step = 0; first < end; step++) {
            int middle = step == 0 ? end - 1 : step == 1 ? first : (first + end) >>> 1;
            int asked = middle;
            Standing standing = standing(commits.get(asked));
            while (standing == Standing.LEFT_ALONE && asked > first) {
                standing = standing(commits.get(--asked));
            }
            if (standing == Standing.DUE) {
                end = asked;
            } else {
                first = middle + 1;
            }
        }
        return commits.subList(first, commits.size());
    }

    /**
     * Records history: many facts of a simulation in one commit, each marked as such. A stream that goes on from an earlier run is looked at first,
     * because a conflict would cost the whole commit. Returns how many facts were recorded.
     */
    long recordAll(List<List<SimulatedCommit>> bySimulation) {
        shared.forget();
        return append(bySimulation.stream()
                .flatMap(commits -> appends(commits).stream())
                .toList());
    }

    /**
     * The same for a day on which people write, too: one commit of each simulation at a time, so that nothing of it is recorded behind one that is not.
     *
     * @throws StreamConflict if somebody took a number meanwhile; what is left is found by {@link #unrecorded}
     */
    long recordToday(List<List<SimulatedCommit>> bySimulation) {
        shared.forget();
        List<Deque<List<NewEvent>>> left = bySimulation.stream()
                .<Deque<List<NewEvent>>>map(commits -> new ArrayDeque<>(appends(commits)))
                .toList();
        long facts = 0;
        List<List<NewEvent>> next;
        do {
            next = left.stream()
                    .filter(appends -> !appends.isEmpty())
                    .map(Deque::remove)
                    .toList();
            facts += append(next);
        } while (!next.isEmpty());
        return facts;
    }

    private List<List<NewEvent>> appends(List<SimulatedCommit> commits) {
        List<List<NewEvent>> appends = new ArrayList<>();
        List<NewEvent> append = new ArrayList<>();
        for (SimulatedCommit commit : commits) {
            commit.facts().forEach(this::lookAtStream);
            append.addAll(events(commit, Meta::asHistory));
            if (append.size() >= FACTS_PER_APPEND) {
                appends.add(append);
                append = new ArrayList<>();
            }
        }
        if (!append.isEmpty()) {
            appends.add(append);
        }
        return appends;
    }

    private long append(List<List<NewEvent>> appends) {
        for (AppendOutcome outcome : log.appendAll(appends)) {
            if (outcome instanceof NotAppended failed) {
                throw failed.reason();
            }
        }
        return appends.stream().mapToLong(List::size).sum();
    }

    /** Nothing is known of the streams any more: the log is asked again. */
    void forget() {
        ours.clear();
        shared.forget();
    }

    private void lookAtStream(SimulatedFact fact) {
        String stream = fact.stream();
        if (SharedStreams.isShared(fact.fact()) || ours.contains(stream) || takenOver.contains(stream)) {
            return;
        }
        if (fact.sequence() > 0 && !isOurs(stream, fact.sequence() - 1)) {
            takeOver(stream);
        }
        ours.add(stream);
    }

    /** Whether the stream ends there, with what the simulation told. */
    private boolean isOurs(String stream, long last) {
        List<StoredEvent> end = log.readStream(stream, last);
        return end.size() == 1 && end.getFirst().id().equals(SimulatedStream.eventId(stream, last));
    }

    private void takeOver(String stream) {
        takenOver.add(stream);
        LOG.info("{} is continued by somebody else; the simulation leaves it alone", stream);
    }

    /**
     * Records one live commit.
     *
     * @throws LogUnavailable if it may not be recorded; recording it again is safe
     */
    void record(SimulatedCommit commit) {
        shared.forget();
        commit.facts().forEach(this::lookAtStream);
        List<NewEvent> events = events(commit, UnaryOperator.identity());
        while (!events.isEmpty()) {
            try {
                log.append(events);
                return;
            } catch (StreamConflict e) {
                if (shared.isIn(e.stream())) {
                    shared.forget();
                } else {
                    // Record what is left of the commit without the stream that is no longer ours.
                    takeOver(e.stream());
                }
                events = events(commit, UnaryOperator.identity());
            }
        }
    }

    /** How a commit stands in the log. */
    private enum Standing {
        RECORDED,
        /** Somebody else continues its streams, so nothing of it is ever recorded. */
        LEFT_ALONE,
        DUE
    }

    /** By its ids: in the place of a fact there may be one of somebody else. What of a commit is recorded at all is recorded as one. */
    private Standing standing(SimulatedCommit commit) {
        List<String> ids = commit.facts().stream().map(SimulatedFact::eventId).toList();
        if (!log.find(ids).isEmpty()) {
            return Standing.RECORDED;
        }
        boolean due = commit.facts().stream()
                .anyMatch(fact -> SharedStreams.isShared(fact.fact())
                        ? fact.fact() instanceof UnitFact
                        : !isContinuedByOthers(fact.stream()));
        return due ? Standing.DUE : Standing.LEFT_ALONE;
    }

    private boolean isContinuedByOthers(String stream) {
        OptionalLong last = log.lastSequence(stream);
        return last.isPresent() && !isOurs(stream, last.getAsLong());
    }

    private List<NewEvent> events(SimulatedCommit commit, UnaryOperator<Meta> as) {
        List<SimulatedFact> left = commit.facts().stream()
                .filter(fact -> !takenOver.contains(fact.stream()))
                .toList();
        return shared.place(left).stream()
                .map(this::kept)
                .map(fact -> event(fact, as.apply(fact.meta())))
                .toList();
    }

    /** Content is in the store before the fact is in the log. */
    private SimulatedFact kept(SimulatedFact fact) {
        if (!(fact.fact() instanceof SegmentIngested f)) {
            return fact;
        }
        String file = content.keep(f.footage(), f.sha256(), SimulatedContent.of(f.footage()));
        SegmentIngested there = new SegmentIngested(
                f.footage(),
                f.sha256(),
                f.bytes(),
                f.mediaType(),
                f.clockOffsetMillis(),
                file,
                f.keepUntil(),
                f.policy());
        return new SimulatedFact(fact.eventId(), fact.stream(), fact.sequence(), fact.at(), there, fact.meta());
    }

    private static NewEvent event(SimulatedFact fact, Meta by) {
        BsonDocument meta = new BsonDocument();
        by.asMap().forEach((key, value) -> meta.put(key, new BsonString(value)));
        Class<? extends Fact> type = fact.fact().getClass();
        return new NewEvent(
                fact.eventId(),
                Facts.nameOf(type),
                Facts.revisionOf(type),
                fact.stream(),
                fact.sequence(),
                fact.at(),
                List.of(),
                RecordCodecs.encode((Record) fact.fact()),
                meta);
    }
}
