package io.dovira.query.platform.projector;

import io.dovira.eventstore.log.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** What waits, by sequence. */
    private final Map<String, Waiting> blocked = new HashMap<>();

    DeadLetters(SequencedDeadLetterQueue<EventMessage<?>> queue) {
        this.queue = queue;
    }

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

    /**
     * Puts the fact at the end of its sequence. A fact that is there already, because a batch came twice, is not put there again.
     *
     * @throws org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException if there are too many
     */
    void add(String sequence, StoredEvent event, @Nullable Throwable cause) {
        Waiting waiting = blocked.get(sequence);
        if (waiting != null && waiting.last() >= event.position()) {
            return;
        }
        EventMessage<?> message = new GenericEventMessage<>(
                event.id(), event.position(), Map.of("type", event.type(), "sequence", sequence), event.occurredAt());
        queue.enqueue(
                sequence,
                cause == null
                        ? new GenericDeadLetter<>(sequence, message)
                        : new GenericDeadLetter<>(sequence, message, cause));
        Waiting one = new Waiting(event.position(), event.position());
        blocked.merge(sequence, one, Waiting::with);
    }

    /** Every letter, by position. */
    List<Letter> all() {
        List<Letter> letters = new ArrayList<>();
        for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence : queue.deadLetters()) {
            sequence.forEach(letter -> letters.add(read(letter)));
        }
        letters.sort(Comparator.comparingLong(Letter::position));
        return letters;
    }

    /** The letters of a sequence, in order. */
    List<Letter> of(String sequence) {
        List<Letter> letters = new ArrayList<>();
        queue.deadLetterSequence(sequence).forEach(letter -> letters.add(read(letter)));
        letters.sort(Comparator.comparingLong(Letter::position));
        return letters;
    }

    /** Takes out the letters of the sequence up to the position: their facts are in the documents now. */
    void settled(String sequence, long upTo) {
        List<Letter> letters = of(sequence);
        for (Letter letter : letters) {
            if (letter.position() <= upTo) {
                queue.evict(letter.letter());
            }
        }
        letters.removeIf(letter -> letter.position() <= upTo);
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
