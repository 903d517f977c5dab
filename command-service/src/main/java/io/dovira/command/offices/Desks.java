package io.dovira.command.offices;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskFact;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Desks for the unit of work of another command: what is recorded here stands in the same append as that command's facts. */
public interface Desks {
    /** The desk, held until the unit of work ends; null if it was never opened. */
    @Nullable
    Desk load(OfficeId office, DeskId desk);

    /** Records a fact of the desk, in the append of the unit of work. */
    void record(DeskFact fact, MetaData meta);
}
