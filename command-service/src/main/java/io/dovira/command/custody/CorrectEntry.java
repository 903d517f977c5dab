package io.dovira.command.custody;

import io.dovira.command.corrections.Correction;
import io.dovira.events.CustodyId;
import io.dovira.events.custody.CustodyField;

/** A wrong entry is set right, or proposed to be where the policy asks for a second person. */
public record CorrectEntry(CustodyId custody, String ofEvent, CustodyField field, String was, String is, String reason)
        implements CustodyCommand, Correction {}
