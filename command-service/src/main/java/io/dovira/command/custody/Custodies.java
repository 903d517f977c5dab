package io.dovira.command.custody;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Subject;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.CustodyUnit;
import io.dovira.events.custody.UnitFact;
import org.jspecify.annotations.Nullable;

/** Records and units as something that commands are for and states are read of. */
public final class Custodies {
    static final String COMMANDS = "custodies";
    static final String UNIT_COMMANDS = "custody-units";

    public static final Subject<CustodyFact, Custody> SUBJECT =
            new Subject<>(COMMANDS, CustodyFact.class, Custody.class, Custody::evolve);

    static final Subject<UnitFact, CustodyUnit> UNITS =
            new Subject<>(UNIT_COMMANDS, UnitFact.class, CustodyUnit.class, CustodyUnit::evolve);

    private Custodies() {}

    /** What a command leads to, for who has no bus: the decision that an aggregate would get. */
    public static Decision decide(@Nullable Custody custody, CustodyCommand command, CustodyPremises premises) {
        return CustodyDecider.decide(custody, command, premises);
    }

    /** The same for a unit. */
    public static Decision decide(@Nullable CustodyUnit unit, UnitCommand command, UnitPremises premises) {
        return UnitDecider.decide(unit, command, premises);
    }
}
