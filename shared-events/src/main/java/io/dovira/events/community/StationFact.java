package io.dovira.events.community;

import io.dovira.events.Fact;
import io.dovira.events.StationId;

/** What can happen to a station, in its own stream. */
public sealed interface StationFact extends Fact permits StationOpened, StationFitted, StationClosed {
    StationId station();
}
