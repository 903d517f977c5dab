package io.dovira.command.simulator;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Subject;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation tells of one thing: how it stands, and the stream into which it is told. A decision rests on the one and goes on in the other, so
 * that neither is ever ahead.
 *
 * @param <F> its facts
 * @param <S> its state
 */
final class SimulatedStory<F extends Fact, S> {
    private final Class<F> facts;
    private final Subject.Fold<F, S> fold;
    private final SimulatedStream stream;
    private @Nullable S state;

    /** @param office to which its facts belong; null if to none */
    SimulatedStory(Class<F> facts, Subject.Fold<F, S> fold, String stream, @Nullable OfficeId office) {
        this.facts = facts;
        this.fold = fold;
        this.stream = new SimulatedStream(stream, office);
    }

    /** How it stands; null before its first fact. */
    @Nullable
    S stateOrNull() {
        return state;
    }

    /** How it stands, for who knows that it has begun. */
    S state() {
        return Objects.requireNonNull(state);
    }

    /** One more fact of it. */
    SimulatedFact take(F fact, Instant occurred, Actor actor) {
        state = fold.evolve(state, fact, occurred);
        return stream.fact(occurred, fact, actor);
    }

    /** All that was decided, where it leads to facts of this thing only. @throws IllegalStateException if it was refused */
    List<SimulatedFact> take(Decision decision, Instant occurred, Actor actor) {
        return decision.orThrow().stream()
                .map(fact -> take(facts.cast(fact), occurred, actor))
                .toList();
    }
}
