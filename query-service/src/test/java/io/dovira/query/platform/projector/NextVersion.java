package io.dovira.query.platform.projector;

import io.dovira.events.Recorded;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Fold;

/** The next version of a fold: it takes every fact for a second later. */
final class NextVersion extends DelegatingFold {

    NextVersion(Fold fold) {
        super(fold);
    }

    @Override
    public int version() {
        return super.version() + 1;
    }

    @Override
    public void apply(Recorded<?> fact, Documents documents) {
        super.apply(
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
