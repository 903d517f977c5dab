package io.dovira.query.platform;

import io.dovira.access.Caller;
import io.dovira.eventstore.log.StoredEvent;

/** What a feature asks of who is told about one of its facts, beside a role and the office. A bean of the feature; others have nothing to say. */
@FunctionalInterface
public interface FactGuard {

    /** @throws Problem which says what is missing */
    void require(StoredEvent event, Caller caller);
}
