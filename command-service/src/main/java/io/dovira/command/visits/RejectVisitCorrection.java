package io.dovira.command.visits;

import io.dovira.events.VisitId;

/** The second person does not agree. */
public record RejectVisitCorrection(VisitId visit, int number, String reason) implements VisitCommand {}
