package io.dovira.command.custody;

import io.dovira.events.OfficeId;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import java.util.Optional;
import org.axonframework.messaging.MetaData;

/** What the aggregate of a record asks of the rest of the service, inside the unit of work of a command. */
interface CustodySurroundings {
    /** The office as it is known now. */
    Optional<Office> office(OfficeId office);

    /** The rules as they are known now. */
    PolicyBook policies();

    /** Records a fact of the unit, in one append with those of the record. */
    void record(UnitFact fact, MetaData meta);
}
