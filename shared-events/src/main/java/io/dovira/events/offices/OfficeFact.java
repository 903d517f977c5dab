package io.dovira.events.offices;

import io.dovira.events.Fact;
import io.dovira.events.OfficeId;

/** What can happen to an office, in its own stream. */
public sealed interface OfficeFact extends Fact
        permits OfficeRegistered,
                OfficeRenamed,
                OfficeClosed,
                ServiceOffered,
                ServiceWithdrawn,
                DeskInstalled,
                DeskRemoved {
    OfficeId office();
}
