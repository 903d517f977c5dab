package io.dovira.events.offices;

import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.StoredAs;

/** The office no longer offers the service. */
@StoredAs("office.service-withdrawn")
public record ServiceWithdrawn(OfficeId office, ServiceId service) implements OfficeFact {}
