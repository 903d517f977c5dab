package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;

/**
 * The desk is gone, told in its own stream and in one append with {@link DeskRemoved} in the office's: whoever opens the desk at the same
 * moment wants the same place in this stream, so only one of the two can happen, also between two services.
 */
@StoredAs("desk.desk-dismantled")
public record DeskDismantled(OfficeId office, DeskId desk) implements DeskFact {}
