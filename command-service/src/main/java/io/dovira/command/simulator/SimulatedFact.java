package io.dovira.command.simulator;

import io.dovira.events.Fact;
import io.dovira.events.Meta;
import java.time.Instant;

/**
 * One fact that the simulation yields, ready to be recorded.
 *
 * @param eventId the same in every run with the same seed, so that recording twice records once
 */
record SimulatedFact(String eventId, String stream, long sequence, Instant at, Fact fact, Meta meta) {}
