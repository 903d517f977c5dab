package io.dovira.command.offices;

import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.events.OfficeId;
import io.dovira.events.StaffId;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.StaffFact;
import io.dovira.events.offices.StaffSession;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The offices and sessions of the running service. */
@Component
final class AxonDeskSurroundings implements DeskSurroundings {
    private final States states;
    private final StaffSessions sessions;

    AxonDeskSurroundings(States states, StaffSessions sessions) {
        this.states = states;
        this.sessions = sessions;
    }

    @Override
    public Optional<Office> office(OfficeId office) {
        return states.find(Offices.SUBJECT, office.stream()).map(Seen::state);
    }

    @Override
    public @Nullable StaffSession session(StaffId staff) {
        return sessions.load(staff);
    }

    @Override
    public void record(StaffFact fact, MetaData meta) {
        sessions.record(fact, meta);
    }
}
