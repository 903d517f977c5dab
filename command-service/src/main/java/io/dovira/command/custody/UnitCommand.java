package io.dovira.command.custody;

import io.dovira.events.OfficeId;

/** What can be asked for about a unit. */
public sealed interface UnitCommand permits OfferHandover, TakeOver {
    OfficeId office();
}
