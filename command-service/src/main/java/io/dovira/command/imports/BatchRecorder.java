package io.dovira.command.imports;

import io.dovira.command.imports.Ledger.Known;
import io.dovira.command.imports.Ledger.Result;
import io.dovira.command.imports.rows.Draft;
import io.dovira.command.imports.rows.Outcome;
import io.dovira.command.platform.Append;
import io.dovira.command.platform.NewFact;
import io.dovira.events.ImportId;
import io.dovira.events.Meta;
import io.dovira.events.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records what a batch of entries tells and the log does not hold yet. One thread, one import.
 *
 * <p>Ids are deterministic, so one question to the log splits the batch into new facts and known ones. A known fact must be the same as the one
 * told, else the whole entry is rejected: what is recorded is never overwritten. A fact that this very import recorded earlier, and that a file
 * may tell only once, is a duplicate in the file; the log is the memory for that, so memory does not grow with the file.
 */
final class BatchRecorder {

    /** The role in which everything imported is recorded. */
    static final String ROLE = "import";

    private static final int ATTEMPTS = 5;
    /** Few enough for a page of the log, many enough to be quick. */
    private static final int FACTS_PER_APPEND = 40;

    private static final int STREAMS_REMEMBERED = 10_000;

    /** Order in a stream: its opening, then as things happened. Stable, so that equal times stay as told. */
    private static final Comparator<Draft> AS_IT_HAPPENED =
            Comparator.comparing((Draft draft) -> !draft.opening()).thenComparing(Draft::at);

    private final Ledger ledger;
    private final ImportId id;
    private final Tally tally;
    private final Places places;
    private final Memory memory;
    private final Resumption resumption;
    /** Next sequence of the few streams that every batch goes on with, such as the queues of an office. */
    private final Map<String, Long> next = new HashMap<>();

    BatchRecorder(Ledger ledger, ImportId id, Tally tally, Resumption resumption) {
        this.ledger = ledger;
        this.id = id;
        this.tally = tally;
        this.places = new Places(ledger, tally, id, resumption);
        this.memory = new Memory(ledger);
        this.resumption = resumption;
    }

    /**
     * Records a batch and counts it.
     *
     * @param batch the outcomes of each entry; an entry is recorded whole or not at all
     * @throws Ledger.Unavailable if the log does not answer; part of the batch may be recorded
     */
    void record(List<List<Outcome>> batch) {
        List<Draft> told = batch.stream()
                .flatMap(List::stream)
                .flatMap(BatchRecorder::drafts)
                .toList();
        Map<String, Known> known = memory.recall(told);
        Map<String, Draft> accepted = new LinkedHashMap<>();
        List<Outcome.Facts> counted = new ArrayList<>();
        // By identity: lines do not tell records apart, a whole XES log may stand in one.
        Set<Outcome.Facts> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
        for (List<Outcome> entry : batch) {
            String objection = objection(entry, known, accepted);
            for (Outcome outcome : entry) {
                switch (outcome) {
                    case Outcome.Skipped skipped -> tally.skipped(skipped.line(), skipped.reason());
                    case Outcome.Rejected rejected -> tally.rejected(rejected.line(), rejected.reason());
                    case Outcome.Facts facts -> {
                        tally.office(facts.place().office().office().value());
                        if (objection != null) {
                            tally.rejected(facts.line(), objection);
                        } else {
                            counted.add(facts);
                            if (accept(facts, known, accepted)) {
                                fresh.add(facts);
                            }
                        }
                    }
                }
            }
        }
        List<Append> appends = new ArrayList<>(appends(places.register(counted)));
        appends.addAll(appends(parts(accepted.values(), counted)));
        settle(appends);
        memory.recorded(accepted.values());
        for (Outcome.Facts facts : counted) {
            count(facts, fresh.contains(facts));
        }
        accepted.values().stream().filter(Draft::opening).forEach(ignored -> tally.opened());
    }

    /** Takes note of an entry that was recorded and counted before a restart. */
    void passOver(List<Outcome> entry) {
        for (Outcome outcome : entry) {
            if (outcome instanceof Outcome.Facts facts) {
                tally.office(facts.place().office().office().value());
            }
        }
    }

    private static Stream<Draft> drafts(Outcome outcome) {
        return outcome instanceof Outcome.Facts facts ? facts.drafts().stream() : Stream.empty();
    }

    /** Takes what is new; whether anything of it is this import's doing. */
    private boolean accept(Outcome.Facts facts, Map<String, Known> known, Map<String, Draft> accepted) {
        boolean isNew = false;
        for (Draft draft : facts.drafts()) {
            Known before = known.get(draft.id());
            if (before == null) {
                isNew |= accepted.putIfAbsent(draft.id(), draft) == null;
            } else if (resumption.settle(draft.id(), before)) {
                isNew = true;
                tally.appended(1, before.position());
                if (draft.opening()) {
                    tally.opened();
                }
            }
        }
        return isNew;
    }

    private void count(Outcome.Facts facts, boolean isNew) {
        facts.warnings().forEach(warning -> tally.warned(facts.line(), warning));
        if (isNew) {
            tally.recorded();
        } else {
            tally.alreadyRecorded(facts.line());
        }
    }

    /** Why the entry cannot be recorded beside what is recorded, or told before it in this batch; null if it can. */
    private @Nullable String objection(List<Outcome> entry, Map<String, Known> known, Map<String, Draft> accepted) {
        for (Outcome outcome : entry) {
            if (outcome instanceof Outcome.Facts facts) {
                for (Draft draft : facts.drafts()) {
                    String objection = objection(draft, known.get(draft.id()), accepted.get(draft.id()));
                    if (objection != null) {
                        return objection;
                    }
                }
            }
        }
        return null;
    }

    private @Nullable String objection(Draft draft, @Nullable Known known, @Nullable Draft before) {
        boolean ownFile = before != null || (known != null && resumption.toldBefore(draft.id(), known));
        if (draft.told() == Draft.Told.FIRST || (known == null && before == null)) {
            return null;
        }
        if (draft.told() == Draft.Told.ONCE && ownFile) {
            return draft.subject() + " stands twice in the file";
        }
        Instant at =
                before != null ? before.at() : Objects.requireNonNull(known).at();
        Object fact =
                before != null ? before.fact() : Objects.requireNonNull(known).fact();
        if (at.equals(draft.at()) && fact.equals(draft.fact())) {
            return null;
        }
        String what = draft.fact().getClass().getSimpleName();
        String difference = at.equals(draft.at())
                ? fact + " is recorded, the file says " + draft.fact()
                : what + " is recorded for " + at + ", the file says " + draft.at();
        return draft.subject() + " contradicts what is recorded: " + difference;
    }

    /** The facts stream by stream. */
    private List<Append.Part> parts(Iterable<Draft> drafts, List<Outcome.Facts> counted) {
        Map<String, String> offices = new HashMap<>();
        for (Outcome.Facts facts : counted) {
            facts.drafts()
                    .forEach(draft -> offices.putIfAbsent(
                            draft.stream(), facts.place().office().office().value()));
        }
        Map<String, List<Draft>> streams = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            streams.computeIfAbsent(draft.stream(), key -> new ArrayList<>()).add(draft);
        }
        List<Append.Part> parts = new ArrayList<>();
        streams.forEach((stream, all) -> {
            all.sort(AS_IT_HAPPENED);
            long first = all.getFirst().opening() ? 0 : next(stream);
            parts.add(new Append.Part(
                    stream,
                    first,
                    all.stream().map(draft -> fact(draft, offices.get(stream))).toList()));
        });
        return parts;
    }

    /** Several small streams to an append: most cases are two facts, and an append costs the same whatever it holds. */
    private static List<Append> appends(List<Append.Part> parts) {
        List<Append> appends = new ArrayList<>();
        List<Append.Part> together = new ArrayList<>();
        int facts = 0;
        for (Append.Part part : parts) {
            together.add(part);
            facts += part.facts().size();
            if (facts >= FACTS_PER_APPEND) {
                appends.add(new Append(together));
                together.clear();
                facts = 0;
            }
        }
        if (!together.isEmpty()) {
            appends.add(new Append(together));
        }
        return appends;
    }

    private NewFact fact(Draft draft, @Nullable String office) {
        Meta meta = new Meta(draft.actor(), ROLE, id.value(), null, office, draft.quality(), Origin.IMPORTED);
        return new NewFact(draft.id(), draft.at(), draft.fact(), meta);
    }

    private long next(String stream) {
        if (next.size() > STREAMS_REMEMBERED) {
            next.clear();
        }
        return next.computeIfAbsent(stream, ledger::next);
    }

    /**
     * Appends. What met a conflict is looked at again, each stream by itself, for somebody else may have recorded part of it or gone on with one
     * of the streams.
     */
    private void settle(List<Append> appends) {
        List<Append> waiting = appends;
        for (int attempt = 0; !waiting.isEmpty(); attempt++) {
            List<Result> results = ledger.append(waiting);
            List<Append> again = new ArrayList<>();
            for (int i = 0; i < waiting.size(); i++) {
                List<Append.Part> parts = waiting.get(i).parts();
                switch (results.get(i)) {
                    case Result.Done done -> parts.forEach(part -> appended(part, done.lastPosition()));
                    case Result.Conflict conflict -> {
                        if (attempt == ATTEMPTS) {
                            throw new IllegalStateException("somebody else keeps writing to "
                                    + parts.getFirst().stream() + ": " + conflict.reason());
                        }
                        parts.forEach(part -> rest(part).ifPresent(again::add));
                    }
                }
            }
            waiting = again;
        }
    }

    private void appended(Append.Part part, long position) {
        tally.appended(part.facts().size(), position);
        next.computeIfPresent(
                part.stream(),
                (stream, before) -> part.firstSequence() + part.facts().size());
    }

    private Optional<Append> rest(Append.Part part) {
        next.remove(part.stream());
        memory.sharedWithOthers(part.stream());
        Map<String, Known> known =
                ledger.find(part.facts().stream().map(NewFact::eventId).toList());
        part.facts().forEach(fact -> compare(fact, known.get(fact.eventId())));
        List<NewFact> rest = part.facts().stream()
                .filter(fact -> !known.containsKey(fact.eventId()))
                .toList();
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Append(part.stream(), ledger.next(part.stream()), rest));
    }

    private void compare(NewFact told, @Nullable Known known) {
        if (known != null
                && !(known.at().equals(told.occurredAt()) && known.fact().equals(told.fact()))) {
            tally.warned(
                    0,
                    "another import recorded " + known.fact() + " for " + known.at()
                            + " at the same time, which stays; the file says " + told.fact() + " for "
                            + told.occurredAt());
        }
    }
}
