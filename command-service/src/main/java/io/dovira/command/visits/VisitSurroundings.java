package io.dovira.command.visits;

import io.dovira.events.DeskId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.VisitId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** What the aggregate asks of the rest of the service, inside the unit of work of a command. */
interface VisitSurroundings {
    /** The office as it is known now. */
    Optional<Office> office(OfficeId office);

    /** The rules as they are known now. */
    PolicyBook policies();

    /** The desk, held until the unit of work ends; null if it was never opened. */
    @Nullable
    Desk desk(OfficeId office, DeskId desk);

    /** The next number of the roll, held until the unit of work ends. */
    int nextNumber(OfficeId office, LocalDate day);

    /** How often a visitor may be called again. */
    int mostRecalls();

    /** Records a fact that belongs to another stream than the visit's, with the visit's in one append. */
    void record(VisitId visit, Fact fact, MetaData meta);
}
