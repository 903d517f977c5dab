package io.dovira.command.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import java.util.Map;

/** The office has a desk, or the desk has another name. */
public record InstallDesk(OfficeId office, DeskId desk, Map<String, String> name) implements OfficeCommand {}
