package io.dovira.command.imports;

import io.dovira.command.imports.Ledger.Known;
import io.dovira.command.imports.rows.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the log which drafts it holds, and only what has to be asked. One thread, one import.
 *
 * <ul>
 *   <li>A case or visit whose opening is not recorded has nothing recorded: only openings are asked for first.
 *   <li>A stream of polls that did not exist when this import began holds only what this import recorded: a poll later than the latest of those
 *       is new. Files of polls are in the order of time, so most rows need no question.
 * </ul>
 *
 * If another import writes the same stream at the same time, the append meets a conflict, and the stream is asked about from then on.
 */
final class Memory {

    private final Ledger ledger;
    /** The latest poll that this import recorded in each stream that it began itself. */
    private final Map<String, Instant> latest = new HashMap<>();
    /** Streams of polls about which every question must be asked. */
    private final Set<String> shared = new HashSet<>();

    Memory(Ledger ledger) {
        this.ledger = ledger;
    }

    Map<String, Known> recall(List<Draft> told) {
        Set<String> begun = new HashSet<>();
        told.stream().filter(Draft::opening).map(Draft::stream).forEach(begun::add);
        meet(told, begun);

        List<String> first = new ArrayList<>();
        for (Draft draft : told) {
            boolean ask = begun.contains(draft.stream()) ? draft.opening() : mayBeRecorded(draft);
            if (ask) {
                first.add(draft.id());
            }
        }
        Map<String, Known> known = new HashMap<>(ledger.find(first));

        Set<String> existing = new HashSet<>();
        told.stream()
                .filter(draft -> draft.opening() && known.containsKey(draft.id()))
                .map(Draft::stream)
                .forEach(existing::add);
        known.putAll(ledger.find(told.stream()
                .filter(draft -> !draft.opening() && existing.contains(draft.stream()))
                .map(Draft::id)
                .toList()));
        return known;
    }

    private void meet(List<Draft> told, Set<String> begun) {
        Set<String> unmet = new HashSet<>();
        for (Draft draft : told) {
            String stream = draft.stream();
            if (!begun.contains(stream) && !latest.containsKey(stream) && !shared.contains(stream)) {
                unmet.add(stream);
            }
        }
        Set<String> existing = unmet.isEmpty() ? Set.of() : ledger.existing(unmet);
        shared.addAll(existing);
        unmet.removeAll(existing);
        unmet.forEach(stream -> latest.put(stream, Instant.MIN));
    }

    private boolean mayBeRecorded(Draft draft) {
        Instant last = latest.get(draft.stream());
        return last == null || !draft.at().isAfter(last);
    }

    /** These are in the log now. */
    void recorded(Collection<Draft> drafts) {
        for (Draft draft : drafts) {
            latest.computeIfPresent(draft.stream(), (stream, last) -> draft.at().isAfter(last) ? draft.at() : last);
        }
    }

    /** Somebody else writes to the stream too. */
    void sharedWithOthers(String stream) {
        if (latest.remove(stream) != null) {
            shared.add(stream);
        }
    }
}
