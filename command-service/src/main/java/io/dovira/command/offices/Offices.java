package io.dovira.command.offices;

import io.dovira.command.platform.Subject;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeFact;

/** Offices and desks as something that commands are for and states are read of. */
public final class Offices {
    static final String COMMANDS = "offices";
    static final String DESK_COMMANDS = "desks";

    public static final Subject<OfficeFact, Office> SUBJECT =
            new Subject<>(COMMANDS, OfficeFact.class, Office.class, Office::evolve);

    public static final Subject<DeskFact, Desk> DESKS =
            new Subject<>(DESK_COMMANDS, DeskFact.class, Desk.class, Desk::evolve);

    private Offices() {}
}
