package io.dovira.query.platform.projector;

import io.dovira.eventstore.log.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a projection could not take, per sequence, in order; and behind each of them the later facts of its sequence. A letter holds
 * the position of the fact, not the fact: what is erased from the log is not kept here. The projector's thread writes, any thread may read.
 */
final class DeadLetters {

    /** Beyond this something is wrong with the fold, not with the facts: the projection stops. */
    static final int MOST_SEQUENCES = 1_024;

    static final int MOST_IN_A_SEQUENCE = 10_000;

    private final SequencedDeadLetterQueue<EventMessage<?>> queue;
    private final Settled settled;

    /** What waits, by sequence. */
    private final Map<String, Waiting> blocked = new HashMap<>();

    private final List<Unwritten> unwritten = new ArrayList<>();

    DeadLetters(SequencedDeadLetterQueue<EventMessage<?>> queue, Settled settled) {
        this.queue = queue;
        this.settled = settled;
    }

    private record Unwritten(
            String sequence, StoredEvent event, @Nullable Throwable cause) {}

    /**
     * @param position of the fact
     * @param sequence whose later facts wait behind it
     * @param cause why it could not be taken; null for one that only waits
     */
    record Letter(
            long position,
            String eventId,
            String type,
            String sequence,
            @Nullable String cause,
            DeadLetter<? extends EventMessage<?>> letter) {}

    private record Waiting(long first, long last) {
        Waiting with(Waiting other) {
            return new Waiting(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /** Reads what is there; whoever held the claim before may have added. */
    void load() {
        blocked.clear();
        unwritten.clear();
        for (Letter letter : all()) {
            Waiting one = new Waiting(letter.position(), letter.position());
            blocked.merge(letter.sequence(), one, Waiting::with);
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
        if (waiting != null && waiting.last() >= event.position()) {
            return;
        }
        unwritten.add(new Unwritten(sequence, event, cause));
        Waiting one = new Waiting(event.position(), event.position());
        blocked.merge(sequence, one, Waiting::with);
    }

    /**
     * Writes what was added.
     *
     * @return whether there was anything
     * @throws org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException if there are too many
     */
    boolean write() {
        boolean any = !unwritten.isEmpty();
        unwritten.forEach(this::write);
        unwritten.clear();
        return any;
    }

    private void write(Unwritten added) {
        StoredEvent event = added.event();
        String sequence = added.sequence();
        Throwable cause = added.cause();
        EventMessage<?> message = new GenericEventMessage<>(
                event.id(), event.position(), Map.of("type", event.type(), "sequence", sequence), event.occurredAt());
        queue.enqueue(
                sequence,
                cause == null
                        ? new GenericDeadLetter<>(sequence, message)
                        : new GenericDeadLetter<>(sequence, message, cause));
    }

    /** Every letter, by position. */
    List<Letter> all() {
        List<Letter> letters = new ArrayList<>();
        for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence : queue.deadLetters()) {
            sequence.forEach(letter -> letters.add(read(letter)));
        }
        return inOrder(letters);
    }

    /** The letters of a sequence, in order. */
    List<Letter> of(String sequence) {
        List<Letter> letters = new ArrayList<>();
        queue.deadLetterSequence(sequence).forEach(letter -> letters.add(read(letter)));
        return inOrder(letters);
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
        List<DeadLetter<? extends EventMessage<?>>> gone = new ArrayList<>();
        queue.deadLetterSequence(sequence).forEach(letter -> {
            if (done.contains(read(letter).position())) {
                gone.add(letter);
            }
        });
        gone.forEach(queue::evict);
        List<Letter> letters = of(sequence);
        if (letters.isEmpty()) {
            blocked.remove(sequence);
        } else {
            blocked.put(
                    sequence,
                    new Waiting(letters.getFirst().position(), letters.getLast().position()));
        }
    }

    /** The first letter of a sequence was tried again in vain. */
    void failedAgain(Letter letter, Throwable cause) {
        queue.requeue(letter.letter(), again -> again.withCause(cause).markTouched());
    }

    long count() {
        return queue.size();
    }

    private static Letter read(DeadLetter<? extends EventMessage<?>> letter) {
        EventMessage<?> message = letter.message();
        return new Letter(
                ((Number) message.getPayload()).longValue(),
                message.getIdentifier(),
                String.valueOf(message.getMetaData().get("type")),
                String.valueOf(message.getMetaData().get("sequence")),
                letter.cause().map(DeadLetters::text).orElse(null),
                letter);
    }

    private static String text(Cause cause) {
        return cause.type().substring(cause.type().lastIndexOf('.') + 1) + ": " + cause.message();
    }
}
