package io.dovira.events.obligations;

import io.dovira.events.Fact;
import io.dovira.events.ObligationId;

/** What can happen to an obligation by time alone, in its own stream; all else is told by the facts of its subject. */
public sealed interface ObligationFact extends Fact permits ObligationBreached {
    ObligationId obligation();
}
