package io.dovira.command.offices;

import io.dovira.events.OfficeId;
import java.util.Map;

/** The office bears another name. */
public record RenameOffice(OfficeId office, Map<String, String> name) implements OfficeCommand {}
