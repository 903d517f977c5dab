package io.dovira.command.community;

import io.dovira.events.StationId;

/** What can be asked for about a station. */
public sealed interface StationCommand permits OpenStation, FitStation, CloseStation {
    StationId station();
}
