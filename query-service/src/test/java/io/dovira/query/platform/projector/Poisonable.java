package io.dovira.query.platform.projector;

import io.dovira.events.Fact;
import io.dovira.events.Recorded;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import java.util.Set;
import java.util.function.BiConsumer;

/** A fold with a fault that can be mended: it chokes on the facts at some positions, half-way, after it has changed documents. */
final class Poisonable implements Fold {

    private final Fold fold;
    private final Set<Long> poison;
    private volatile boolean mended;

    Poisonable(Fold fold, Set<Long> poison) {
        this.fold = fold;
        this.poison = Set.copyOf(poison);
    }

    void mend() {
        mended = true;
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
    public boolean wants(Class<? extends Fact> type) {
        return fold.wants(type);
    }

    @Override
    public void foresee(Recorded<?> fact, BiConsumer<Kind<?>, String> document) {
        fold.foresee(fact, document);
    }

    @Override
    public void apply(Recorded<?> fact, Documents documents) {
        fold.apply(fact, documents);
        if (!mended && poison.contains(fact.position())) {
            throw new IllegalArgumentException("cannot take the fact at " + fact.position());
        }
    }
}
