package io.dovira.events.custody;

import java.time.Instant;

/** An act and when it happened, as it is known now. */
public record Happened(Act act, Instant at) {}
