package io.dovira.command.offices;

import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.StaffFact;
import io.dovira.events.offices.StaffSession;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** What the aggregate asks of the rest of the service, inside the unit of work of a command. */
interface DeskSurroundings {
    /** The office as it is known now. */
    Optional<Office> office(OfficeId office);

    /** Where the person sits, held until the unit of work ends; null if that person never logged in. */
    @Nullable
    StaffSession session(StaffId staff);

    /** Records a fact of the session, with the desk's in one append. */
    void record(StaffFact fact, MetaData meta);
}
