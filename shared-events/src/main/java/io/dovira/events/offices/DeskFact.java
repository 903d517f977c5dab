package io.dovira.events.offices;

import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;

/** What can happen at a desk, in the stream of the desk ({@link #stream(OfficeId, DeskId)}). */
public sealed interface DeskFact extends Fact
        permits DeskOpened, BreakStarted, BreakEnded, DeskEngaged, DeskReleased, DeskClosed, DeskDismantled {
    OfficeId office();

    DeskId desk();

    /** The stream of the log that holds the facts of a desk. Ids have no colon, so no two desks share a stream. */
    static String stream(OfficeId office, DeskId desk) {
        return "desk-" + office.value() + ":" + desk.value();
    }
}
