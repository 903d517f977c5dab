package io.dovira.command.imports;

import io.dovira.command.imports.Ledger.Known;
import io.dovira.events.ImportId;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells a fact that this import recorded before its process died from one that the file tells twice. One thread.
 *
 * <pre>
 *   position  1 ... 4,000          4,001 ... 4,100                4,101 ...
 *             of records that      recorded, but what became      recorded by
 *             are counted          of their records is not        this run
 *                                  written down: counted now
 * </pre>
 *
 * The middle part is what fits between two notes of progress, so memory does not grow with the file.
 */
final class Resumption {

    private final ImportId id;
    private final long counted;
    private final long head;
    private final Set<String> met = new HashSet<>();

    /**
     * @param counted position up to which the counts are written down
     * @param head of the log when this run begins
     */
    Resumption(ImportId id, long counted, long head) {
        this.id = id;
        this.counted = counted;
        this.head = head;
    }

    /** Nothing was recorded before. */
    static Resumption none(ImportId id) {
        return new Resumption(id, 0, 0);
    }

    /** Whether another record of this file, before the one at hand, told the fact. */
    boolean toldBefore(String eventId, Known known) {
        return known.correlation().equals(id.value()) && !isOpen(eventId, known);
    }

    /** Whether the record at hand is the one that told the fact before the process died; true once for each fact. */
    boolean settle(String eventId, Known known) {
        return known.correlation().equals(id.value()) && isOpen(eventId, known) && met.add(eventId);
    }

    private boolean isOpen(String eventId, Known known) {
        return known.position() > counted && known.position() <= head && !met.contains(eventId);
    }
}
