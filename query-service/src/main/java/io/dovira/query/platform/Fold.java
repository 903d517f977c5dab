package io.dovira.query.platform;

import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * A projection's one piece of code: a fact in, documents out. Pure: no clock, no randomness, no I/O of its own, no state but the documents;
 * the same facts in the same order give the same bytes. It must not depend on how facts are cut into batches.
 */
public interface Fold {

    /** Name of the projection, a constant such as {@code metrics}: part of its collections' names and of its address. */
    String name();

    /** Raised when the same facts would give other documents; the new version is built beside the old one. */
    int version();

    /** Whether facts of this type change anything; the payload of others is never decoded. */
    default boolean wants(Class<? extends Fact> type) {
        return true;
    }

    /**
     * Least time between two batches at the head. Facts that come in between are written together, which costs a busy database far less; a fact
     * after silence is written at once. Shorter for what people watch as it moves.
     */
    default Duration gap() {
        return Duration.ofMillis(100);
    }

    /**
     * Takes one fact, in the order of positions.
     *
     * @throws RuntimeException if the fact cannot be taken; what it had changed is undone, the fact goes to the dead letters, and so do the
     *     later facts of its sequence until it is retried
     */
    void apply(Recorded<?> fact, Documents documents);

    /**
     * Names the documents that the fact will read for certain, so that those of a whole batch come in one round trip per kind. A hint: naming
     * too many or too few costs time only.
     */
    default void foresee(Recorded<?> fact, BiConsumer<Kind<?>, String> document) {}

    /**
     * Facts with the same sequence wait for each other when one of them is poison: those that the documents need in this order. A fact that
     * cannot be decoded is in the sequence of its stream.
     */
    default String sequence(Recorded<?> fact) {
        return fact.stream();
    }
}
