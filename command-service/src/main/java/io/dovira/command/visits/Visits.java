package io.dovira.command.visits;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Subject;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import org.jspecify.annotations.Nullable;

/** Visits as something that commands are for and states are read of. */
public final class Visits {
    static final String COMMANDS = "visits";

    public static final Subject<VisitFact, Visit> SUBJECT =
            new Subject<>(COMMANDS, VisitFact.class, Visit.class, Visit::evolve);

    private Visits() {}

    /** What a command leads to, for who has no bus: the decision that an aggregate would get. */
    public static Decision decide(@Nullable Visit visit, VisitCommand command, VisitPremises premises) {
        return VisitDecider.decide(visit, command, premises);
    }
}
