package io.dovira.query.platform;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one projection, as its fold sees them while it applies one fact. Each document carries the position of the fact that last
 * changed it. Not thread-safe: one fold, one thread.
 *
 * <p><b>Why a fact that comes twice changes nothing.</b> Documents are written after a batch, kind by kind in ascending rank, and the
 * projection's own position after all of them. A crash can therefore leave documents that are ahead of the position, and the facts come
 * again. Then:
 *
 * <ol>
 *   <li>a document that already carries the fact's position or a later one is not changed again: {@link #change} does not even run its step
 *       and reports "before" and "after" as equal, so that nothing can be derived from the difference;
 *   <li>a document ahead of the fact proves that every kind of lower rank was written completely, for the same batch. From the moment the
 *       fold has read it, documents of lower rank are not changed any more by this fact: they have the fact's effect already.
 * </ol>
 *
 * <p>What a fold must do for it: read and write documents only through this interface, and give a kind that others are computed from a
 * higher rank than theirs.
 */
public interface Documents {

    /** The document, or null if there is none. */
    <D extends Record> @Nullable D get(Kind<D> kind, String key);

    /**
     * Replaces the document; a no-op if it already carries the effect of this fact. For documents that do not depend on what they were before;
     * whoever computes from the document uses {@link #change}, because a document ahead of the fact may not fit it any more.
     */
    <D extends Record> void put(Kind<D> kind, String key, D document);

    /** Whether the stored document already carries the effect of this fact, because an earlier pass wrote it and then died. */
    boolean isAhead(Kind<?> kind, String key);

    /**
     * Takes the document one step further. If it already carries the fact, the step does not run.
     *
     * @param step from the document so far (null if there is none) to the next one, or an equal one if nothing changes; whatever it
     *     throws marks the fact as poison
     */
    default <D extends Record> Change<D> change(Kind<D> kind, String key, Function<@Nullable D, D> step) {
        D before = get(kind, key);
        if (before != null && isAhead(kind, key)) {
            return new Change<>(before, before);
        }
        D after = step.apply(before);
        if (!after.equals(before)) {
            put(kind, key, after);
        }
        return new Change<>(before, after);
    }

    /** A document before and after a fact; equal if the fact was known already. */
    record Change<D extends Record>(@Nullable D before, D after) {}
}
