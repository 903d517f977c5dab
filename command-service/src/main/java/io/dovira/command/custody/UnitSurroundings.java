package io.dovira.command.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import org.axonframework.messaging.MetaData;

/** What the aggregate of a unit asks of the records of those in it, inside the unit of work of a command. */
interface UnitSurroundings {
    /** The record, held until the unit of work ends. */
    Custody custody(CustodyId custody);

    /** Records a fact of it, in one append with those of the unit. */
    void record(CustodyFact fact, MetaData meta);
}
