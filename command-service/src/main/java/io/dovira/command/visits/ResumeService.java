package io.dovira.command.visits;

import io.dovira.events.VisitId;

/** Service goes on after a hold. */
public record ResumeService(VisitId visit) implements LegCommand {}
