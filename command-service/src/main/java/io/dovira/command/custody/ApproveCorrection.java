package io.dovira.command.custody;

import io.dovira.events.CustodyId;

/** The second person agrees. {@code number}: of the proposal, inside the record. */
public record ApproveCorrection(CustodyId custody, int number) implements CustodyCommand {}
