package io.dovira.command.imports;

import io.dovira.command.imports.Ledger.Known;
import io.dovira.command.imports.rows.FactIds;
import io.dovira.command.imports.rows.Outcome;
import io.dovira.command.imports.rows.Place;
import io.dovira.command.platform.Append;
import io.dovira.command.platform.NewFact;
import io.dovira.events.ImportId;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.TimeQuality;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.ServiceOffered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Registers offices and their services when a file first names them. What is registered already stays as it is. One thread, one import. */
final class Places {

    private final Ledger ledger;
    private final Tally tally;
    private final ImportId id;
    private final Resumption resumption;
    private final Set<String> seen = new HashSet<>();
    /** Next sequence of the offices that this import has written to. */
    private final Map<String, Long> next = new HashMap<>();

    Places(Ledger ledger, Tally tally, ImportId id, Resumption resumption) {
        this.ledger = ledger;
        this.tally = tally;
        this.id = id;
        this.resumption = resumption;
    }

    private record Candidate(long line, Place place, OfficeFact fact) {}

    /** The facts that make known what the records name for the first time; they belong before the records' own. */
    List<Append.Part> register(List<Outcome.Facts> records) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        for (Outcome.Facts record : records) {
            Place place = record.place();
            OfficeId office = place.office().office();
            if (seen.add(office.value())) {
                candidates.put(
                        FactIds.of("office", office.value(), "registered"),
                        new Candidate(record.line(), place, place.office()));
            }
            ServiceOffered service = place.service();
            if (service != null
                    && seen.add(office.value() + "\0" + service.service().value())) {
                candidates.put(
                        FactIds.of(
                                "office",
                                office.value(),
                                "offers " + service.service().value()),
                        new Candidate(record.line(), place, service));
            }
        }
        return candidates.isEmpty() ? List.of() : parts(candidates);
    }

    private List<Append.Part> parts(Map<String, Candidate> candidates) {
        Map<String, Known> known = ledger.find(candidates.keySet());
        Set<String> existing = ledger.existing(candidates.values().stream()
                .map(candidate -> candidate.fact().office().stream())
                .filter(stream -> !next.containsKey(stream))
                .toList());
        Map<String, List<NewFact>> facts = new LinkedHashMap<>();
        candidates.forEach((eventId, candidate) -> {
            String stream = candidate.fact().office().stream();
            Known before = known.get(eventId);
            if (before != null) {
                if (resumption.settle(eventId, before)) {
                    tally.appended(1, before.position());
                }
                compare(before, candidate);
            } else if (candidate.fact() instanceof OfficeRegistered && existing.contains(stream)) {
                tally.warned(
                        candidate.line(),
                        "office " + candidate.fact().office() + " is registered already, by somebody else; that stays");
            } else {
                facts.computeIfAbsent(stream, key -> new ArrayList<>()).add(fact(eventId, candidate));
            }
        });
        List<Append.Part> parts = new ArrayList<>();
        facts.forEach((stream, all) -> {
            long first = next.computeIfAbsent(stream, key -> existing.contains(key) ? ledger.next(key) : 0);
            next.put(stream, first + all.size());
            parts.add(new Append.Part(stream, first, all));
        });
        return parts;
    }

    private void compare(Known before, Candidate candidate) {
        if (!before.fact().equals(candidate.fact())) {
            tally.warned(
                    candidate.line(),
                    "recorded as " + before.fact() + ", which stays; the file says " + candidate.fact());
        }
    }

    private NewFact fact(String eventId, Candidate candidate) {
        Meta meta = new Meta(
                "import",
                BatchRecorder.ROLE,
                id.value(),
                null,
                candidate.fact().office().value(),
                TimeQuality.EXACT,
                Origin.IMPORTED);
        return new NewFact(eventId, candidate.place().seenAt(), candidate.fact(), meta);
    }
}
