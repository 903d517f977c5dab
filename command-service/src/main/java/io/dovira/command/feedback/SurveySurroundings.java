package io.dovira.command.feedback;

import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.VisitId;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.Rulebook;
import io.dovira.events.visits.Visit;
import java.util.Optional;

/** What the aggregate asks of the rest of the service: offices, visits, appeals and rules as they are known now. */
interface SurveySurroundings {
    Optional<Office> office(OfficeId office);

    Optional<Visit> visit(VisitId visit);

    Optional<Appeal> appeal(AppealId appeal);

    /** The rules as they are known now. */
    Rulebook rules();
}
