package io.dovira.command.community;

import io.dovira.events.StationId;

/** The station serves nobody any more. */
public record CloseStation(StationId station, String reason) implements StationCommand {}
