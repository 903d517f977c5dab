package io.dovira.command.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;

/** What can be asked for at a desk. */
public sealed interface DeskCommand permits OpenDesk, StartBreak, EndBreak, CloseDesk {
    OfficeId office();

    DeskId desk();
}
