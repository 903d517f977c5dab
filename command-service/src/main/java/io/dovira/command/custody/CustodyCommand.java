package io.dovira.command.custody;

import io.dovira.events.CustodyId;

/** What can be asked for about a record. */
public sealed interface CustodyCommand permits MakeEntry, CorrectEntry, ApproveCorrection, RejectCorrection {
    CustodyId custody();
}
