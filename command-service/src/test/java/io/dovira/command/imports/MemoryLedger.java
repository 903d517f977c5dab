package io.dovira.command.imports;

import io.dovira.command.platform.Append;
import io.dovira.command.platform.NewFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A log in memory that keeps the rules of the real one: a place in a stream and an id are taken once, an append is whole or not at all. */
class MemoryLedger implements Ledger {

    final Map<String, List<NewFact>> streams = new LinkedHashMap<>();
    final Map<String, Known> known = new HashMap<>();
    /** The log itself: every fact in the order of positions. */
    final List<NewFact> facts = new ArrayList<>();

    @Override
    public Map<String, Known> find(Collection<String> ids) {
        Map<String, Known> found = new HashMap<>();
        for (String id : ids) {
            if (known.containsKey(id)) {
                found.put(id, Objects.requireNonNull(known.get(id)));
            }
        }
        return found;
    }

    @Override
    public long head() {
        return facts.size();
    }

    @Override
    public Set<String> existing(Collection<String> wanted) {
        Set<String> existing = new HashSet<>(wanted);
        existing.retainAll(streams.keySet());
        return existing;
    }

    @Override
    public long next(String stream) {
        return streams.getOrDefault(stream, List.of()).size();
    }

    @Override
    public List<Result> append(List<Append> appends) {
        return appends.stream().map(this::append).toList();
    }

    Result append(Append append) {
        for (Append.Part part : append.parts()) {
            if (part.firstSequence() != next(part.stream())) {
                return new Result.Conflict(part.stream() + " goes on at " + next(part.stream()));
            }
            for (NewFact fact : part.facts()) {
                if (known.containsKey(fact.eventId())) {
                    return new Result.Conflict(fact.eventId() + " is taken");
                }
            }
        }
        for (Append.Part part : append.parts()) {
            for (NewFact fact : part.facts()) {
                facts.add(fact);
                streams.computeIfAbsent(part.stream(), key -> new ArrayList<>()).add(fact);
                known.put(
                        fact.eventId(),
                        new Known(
                                facts.size(),
                                fact.occurredAt(),
                                fact.fact(),
                                fact.meta().correlation()));
            }
        }
        return new Result.Done(facts.size());
    }
}
