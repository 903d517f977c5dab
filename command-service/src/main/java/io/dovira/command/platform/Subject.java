package io.dovira.command.platform;

import io.dovira.events.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that commands are for: the name under which its commands are dispatched, its facts, and how they make its state.
 *
 * @param <F> its facts
 * @param <S> its state
 */
public record Subject<F extends Fact, S>(String name, Class<F> facts, Class<S> state, Fold<F, S> fold) {

    /** One more fact; {@code before} is null before the first. */
    @FunctionalInterface
    public interface Fold<F extends Fact, S> {
        S evolve(@Nullable S before, F fact, Instant occurredAt);
    }
}
