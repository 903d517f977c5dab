package io.dovira.query.platform.projector;

import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import java.time.Duration;
import java.util.function.BiConsumer;

/** A fold that is like another one but for what a test changes. */
abstract class DelegatingFold implements Fold {

    private final Fold fold;

    DelegatingFold(Fold fold) {
        this.fold = fold;
    }

    @Override
    public String name() {
        return fold.name();
    }

    @Override
    public int version() {
        return fold.version();
    }

    @Override
    public Duration gap() {
        return fold.gap();
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
    public String sequence(Recorded<?> fact) {
        return fold.sequence(fact);
    }

    @Override
    public void apply(Recorded<?> fact, Documents documents) {
        fold.apply(fact, documents);
    }
}
