package io.dovira.command.visits;

import io.dovira.command.corrections.Correction;
import io.dovira.events.VisitId;
import io.dovira.events.visits.CorrectedField;

/** A wrong entry is set right, or proposed to be where the policy asks for a second person. {@code leg}: its number. */
public record CorrectVisit(
        VisitId visit, String ofEvent, int leg, CorrectedField field, String was, String is, String reason)
        implements VisitCommand, Correction {}
