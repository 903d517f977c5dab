package io.dovira.query.platform.projector;

import io.dovira.eventstore.log.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The facts that a projection could not take, per sequence, in order; and behind each of them the later facts of its sequence. A letter holds
 * the position of the fact, not the fact: what is erased from the log is not kept here. The projector's thread writes, any thread may read.
 */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    /** Beyond this something is wrong with the fold, not with the facts: the projection stops. */
    static final int MOST_SEQUENCES = 1_024;

    static final int MOST_IN_A_SEQUENCE = 10_000;

    private final StoredLetters stored;
    private final Settled settled;

    /** What waits, by sequence. */
    private final Map<String, Waiting> blocked = new HashMap<>();

    private final List<StoredLetters.Unwritten> unwritten = new ArrayList<>();

    /** The sequence that there was no room for. */
    private @Nullable String beyond;

    DeadLetters(StoredLetters stored, Settled settled) {
        this.stored = stored;
        this.settled = settled;
    }

    /**
     * @param position of the fact
     * @param index its place in the sequence
     * @param sequence whose later facts wait behind it
     * @param cause why it could not be taken; null for one that only waits
     * @param since when it was put here
     * @param touched when it was tried last
     */
    record Letter(
            long position,
            long index,
            String eventId,
            String type,
            String sequence,
            @Nullable String cause,
            Instant since,
            Instant touched) {}

    private record Waiting(long first, long last, int letters) {

        static Waiting at(long position) {
            return new Waiting(position, position, 1);
        }

        Waiting with(Waiting other) {
            return new Waiting(Math.min(first, other.first), Math.max(last, other.last), letters + other.letters);
        }
    }

    /** Reads what is there; whoever held the claim before may have added. */
    void load() {
        blocked.clear();
        unwritten.clear();
        beyond = null;
        for (Letter letter : all()) {
            blocked.merge(letter.sequence(), Waiting.at(letter.position()), Waiting::with);
        }
    }

    /** Whether a fact of the sequence at this position has to wait. One before the first letter does not: it comes again after a crash. */
    boolean isBlocked(String sequence, long position) {
        Waiting waiting = blocked.get(sequence);
        return waiting != null && position >= waiting.first();
    }

    /** Puts the fact at the end of its sequence. A fact that is there already, because a batch came twice, is not put there again. */
    void add(String sequence, StoredEvent event, @Nullable Throwable cause) {
        Waiting waiting = blocked.get(sequence);
        if (beyond != null || (waiting != null && waiting.last() >= event.position())) {
            return;
        }
        if (waiting == null ? blocked.size() >= MOST_SEQUENCES : waiting.letters() >= MOST_IN_A_SEQUENCE) {
            beyond = sequence;
            return;
        }
        unwritten.add(new StoredLetters.Unwritten(sequence, event, cause));
        blocked.merge(sequence, Waiting.at(event.position()), Waiting::with);
    }

    /**
     * Writes what was added.
     *
     * @return whether there was anything
     * @throws DeadLetterQueueOverflowException if there are too many; those that there was room for are written
     */
    boolean write() {
        boolean any = !unwritten.isEmpty();
        if (any) {
            stored.add(unwritten);
            tell();
            unwritten.clear();
        }
        if (beyond != null) {
            throw new DeadLetterQueueOverflowException(
                    "there is no room for the letters of " + beyond + ": too many facts can not be taken");
        }
        return any;
    }

    private void tell() {
        unwritten.stream()
                .filter(letter -> letter.cause() != null)
                .findFirst()
                .ifPresent(first -> LOG.warn(
                        "{} facts are put aside, the first of them {} at position {}",
                        unwritten.size(),
                        first.event().id(),
                        first.event().position(),
                        first.cause()));
    }

    /** Every letter, by position. */
    List<Letter> all() {
        return inOrder(stored.all());
    }

    /** The letters of a sequence, in order. */
    List<Letter> of(String sequence) {
        return inOrder(stored.of(sequence));
    }

    /** An owner that had lost its claim may have written a letter twice, or after it was settled; once is enough, and never then. */
    private List<Letter> inOrder(List<Letter> found) {
        if (found.isEmpty()) {
            return found;
        }
        Set<Long> done = settled.among(found.stream().map(Letter::position).toList());
        Map<Long, Letter> byPosition = new TreeMap<>();
        for (Letter letter : found) {
            if (!done.contains(letter.position())) {
                byPosition.putIfAbsent(letter.position(), letter);
            }
        }
        return new ArrayList<>(byPosition.values());
    }

    /** Takes out letters of the sequence: their facts are in the documents now. */
    void settled(String sequence, List<Long> positions) {
        settled.add(positions);
        Set<Long> done = new HashSet<>(positions);
        stored.remove(
                sequence,
                stored.of(sequence).stream()
                        .filter(letter -> done.contains(letter.position()))
                        .map(Letter::index)
                        .toList());
        of(sequence).stream()
                .map(letter -> Waiting.at(letter.position()))
                .reduce(Waiting::with)
                .ifPresentOrElse(left -> blocked.put(sequence, left), () -> blocked.remove(sequence));
    }

    /** The first letter of a sequence was tried again in vain. */
    void failedAgain(Letter letter, Throwable cause) {
        stored.failedAgain(letter, cause);
    }

    long count() {
        return stored.size();
    }
}
