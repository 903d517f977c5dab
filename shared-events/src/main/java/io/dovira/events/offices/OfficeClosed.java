package io.dovira.events.offices;

import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;

/** The office serves nobody any more; its history stays. */
@StoredAs("office.office-closed")
public record OfficeClosed(OfficeId office, String reason) implements OfficeFact {}
