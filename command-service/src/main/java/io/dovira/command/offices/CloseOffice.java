package io.dovira.command.offices;

import io.dovira.events.OfficeId;

/** The office serves nobody any more. */
public record CloseOffice(OfficeId office, String reason) implements OfficeCommand {}
