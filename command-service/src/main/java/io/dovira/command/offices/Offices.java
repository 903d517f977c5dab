package io.dovira.command.offices;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.Subject;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeFact;
import org.jspecify.annotations.Nullable;

/** Offices and desks as something that commands are for and states are read of. */
public final class Offices {
    static final String COMMANDS = "offices";
    static final String DESK_COMMANDS = "desks";

    public static final Subject<OfficeFact, Office> SUBJECT =
            new Subject<>(COMMANDS, OfficeFact.class, Office.class, Office::evolve);

    public static final Subject<DeskFact, Desk> DESKS =
            new Subject<>(DESK_COMMANDS, DeskFact.class, Desk.class, Desk::evolve);

    private Offices() {}

    /** What a command leads to, for who has no bus: the decision that an aggregate would get. For commands that name no desk that was ever open. */
    public static Decision decide(@Nullable Office office, OfficeCommand command, Moment moment) {
        return OfficeDecider.decide(office, command, moment, null);
    }

    /** The same for a desk. */
    public static Decision decide(@Nullable Desk desk, DeskCommand command, DeskPremises premises) {
        return DeskDecider.decide(desk, command, premises);
    }
}
