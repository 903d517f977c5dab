package io.dovira.benchmarks.peers;

import io.dovira.events.Fact;
import io.dovira.events.Meta;
import java.time.Instant;

/** One event as every contestant gets it; how it is stored is the contestant's affair. */
public record VisitEvent(String id, String stream, long sequence, Instant at, Fact fact, Meta meta) {}
