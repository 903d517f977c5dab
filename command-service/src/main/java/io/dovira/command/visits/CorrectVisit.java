package io.dovira.command.visits;

import io.dovira.events.VisitId;
import io.dovira.events.visits.CorrectedField;
import org.jspecify.annotations.Nullable;

/**
 * A wrong entry is set right; the original stays readable.
 *
 * @param ofEvent id of the event that told it wrong, one of this visit
 * @param leg number of the leg
 * @param was what the field says now, as text (ISO 8601 for times); guards against correcting something else than what was seen
 * @param is what it should say
 * @param reason why, for whoever reads the history
 * @param approvedBy pseudonym of who else agreed; the sender vouches for it. Null if nobody was asked
 */
public record CorrectVisit(
        VisitId visit,
        String ofEvent,
        int leg,
        CorrectedField field,
        String was,
        String is,
        String reason,
        @Nullable String approvedBy)
        implements VisitCommand {}
