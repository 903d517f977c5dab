package io.dovira.query.platform.projector;

import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import java.util.function.BiConsumer;

/** The next version of a fold: it takes every fact for a second later. */
final class NextVersion implements Fold {

    private final Fold fold;

    NextVersion(Fold fold) {
        this.fold = fold;
    }

    @Override
    public String name() {
        return fold.name();
    }

    @Override
    public int version() {
        return fold.version() + 1;
    }

    @Override
    public boolean wants(Class<? extends Fact> type) {
        return fold.wants(type);
    }

    @Override
    public void foresee(Recorded<?> fact, BiConsumer<Kind<?>, String> document) {
        fold.foresee(fact, document);
    }

    @Override
    public void apply(Recorded<?> fact, Documents documents) {
        fold.apply(
                new Recorded<>(
                        fact.position(),
                        fact.eventId(),
                        fact.stream(),
                        fact.sequence(),
                        fact.occurredAt().plusSeconds(1),
                        fact.recordedAt(),
                        fact.meta(),
                        fact.fact()),
                documents);
    }
}
