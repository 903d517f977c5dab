package io.dovira.command.visits;

import io.dovira.events.VisitId;

/** Nobody came: back to the queue, the wait goes on. */
public record RecycleLeg(VisitId visit) implements LegCommand {}
