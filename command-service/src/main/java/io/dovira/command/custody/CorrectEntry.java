package io.dovira.command.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.custody.CustodyField;

/**
 * A wrong entry is set right, or proposed to be where the policy asks for a second person.
 *
 * @param ofEvent id of the event that told it wrong, one of this record
 * @param was what the field says now, as text (ISO 8601 for times); guards against correcting something else than what was seen
 * @param is what it should say
 * @param reason why, for whoever reads the record
 */
public record CorrectEntry(CustodyId custody, String ofEvent, CustodyField field, String was, String is, String reason)
        implements CustodyCommand {}
