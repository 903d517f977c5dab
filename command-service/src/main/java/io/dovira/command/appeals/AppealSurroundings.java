package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.VisitId;
import io.dovira.events.appeals.ReceiptDigest;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.registers.RegisterNumberDrawn;
import io.dovira.events.visits.Visit;
import java.util.Optional;
import org.axonframework.messaging.MetaData;

/** What the aggregate asks of the rest of the service, inside the unit of work of a command. */
interface AppealSurroundings {
    /** The office as it is known now. */
    Optional<Office> office(OfficeId office);

    /** The visit as it is known now. */
    Optional<Visit> visit(VisitId visit);

    /** The rules as they are known now. */
    PolicyBook policies();

    /** The next number of the register, held until the unit of work ends. */
    int nextNumber(OfficeId office, int year);

    /** Of the code that the citizen gets with this appeal; nobody can guess that. */
    ReceiptDigest receipt(AppealId appeal);

    /** Takes the number, with the facts of the appeal in one append. */
    void record(RegisterNumberDrawn drawn, MetaData meta);
}
