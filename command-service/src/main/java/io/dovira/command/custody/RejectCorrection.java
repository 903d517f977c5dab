package io.dovira.command.custody;

import io.dovira.events.CustodyId;

/** The second person does not agree. */
public record RejectCorrection(CustodyId custody, int number, String reason) implements CustodyCommand {}
