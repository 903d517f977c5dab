package io.dovira.command.feedback;

import io.dovira.command.appeals.Appeals;
import io.dovira.command.offices.Offices;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.command.policies.Policies;
import io.dovira.command.visits.Visits;
import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.VisitId;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.Rulebook;
import io.dovira.events.visits.Visit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is in the log. */
@Component
final class LogSurroundings implements SurveySurroundings {
    private final States states;
    private final Policies policies;

    LogSurroundings(States states, Policies policies) {
        this.states = states;
        this.policies = policies;
    }

    @Override
    public Optional<Office> office(OfficeId office) {
        return states.find(Offices.SUBJECT, office.stream()).map(Seen::state);
    }

    @Override
    public Optional<Visit> visit(VisitId visit) {
        return states.find(Visits.SUBJECT, visit.stream()).map(Seen::state);
    }

    @Override
    public Optional<Appeal> appeal(AppealId appeal) {
        return states.find(Appeals.SUBJECT, appeal.stream()).map(Seen::state);
    }

    @Override
    public Rulebook rules() {
        return policies.current();
    }
}
