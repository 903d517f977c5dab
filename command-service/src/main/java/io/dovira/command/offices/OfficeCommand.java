package io.dovira.command.offices;

import io.dovira.events.OfficeId;

/** What can be asked for about an office. */
public sealed interface OfficeCommand
        permits RegisterOffice, RenameOffice, CloseOffice, OfferService, WithdrawService, InstallDesk, RemoveDesk {
    OfficeId office();
}
