package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;

/** The desk is gone. */
@StoredAs("office.desk-removed")
public record DeskRemoved(OfficeId office, DeskId desk) implements OfficeFact {}
