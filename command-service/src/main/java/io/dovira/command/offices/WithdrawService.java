package io.dovira.command.offices;

import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;

/** The office no longer offers a service. */
public record WithdrawService(OfficeId office, ServiceId service) implements OfficeCommand {}
