package io.dovira.command.feedback;

import io.dovira.command.offices.Offices;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.command.visits.Visits;
import io.dovira.events.OfficeId;
import io.dovira.events.VisitId;
import io.dovira.events.offices.Office;
import io.dovira.events.visits.Visit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The offices and visits in the log. */
@Component
final class LogSurroundings implements SurveySurroundings {
    private final States states;

    LogSurroundings(States states) {
        this.states = states;
    }

    @Override
    public Optional<Office> office(OfficeId office) {
        return states.find(Offices.SUBJECT, office.stream()).map(Seen::state);
    }

    @Override
    public Optional<Visit> visit(VisitId visit) {
        return states.find(Visits.SUBJECT, visit.stream()).map(Seen::state);
    }
}
