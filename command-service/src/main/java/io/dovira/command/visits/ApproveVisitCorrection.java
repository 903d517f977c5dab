package io.dovira.command.visits;

import io.dovira.events.VisitId;

/** The second person agrees. {@code number}: of the proposal, inside the visit. */
public record ApproveVisitCorrection(VisitId visit, int number) implements VisitCommand {}
