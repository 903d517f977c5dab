package io.dovira.query.platform.projector;

import io.dovira.events.Recorded;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Fold;
import java.util.Set;

/** A fold with a fault that can be mended: it chokes on the facts at some positions, half-way, after it has changed documents. */
final class Poisonable extends DelegatingFold {

    private final Set<Long> poison;
    private volatile boolean mended;

    Poisonable(Fold fold, Set<Long> poison) {
        super(fold);
        this.poison = Set.copyOf(poison);
    }

    void mend() {
        mended = true;
    }

    @Override
    public void apply(Recorded<?> fact, Documents documents) {
        super.apply(fact, documents);
        if (!mended && poison.contains(fact.position())) {
            throw new IllegalArgumentException("cannot take the fact at " + fact.position());
        }
    }
}
