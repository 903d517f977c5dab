package io.dovira.command.appeals;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Subject;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealFact;
import org.jspecify.annotations.Nullable;

/** Appeals as something that commands are for and states are read of. */
public final class Appeals {
    static final String COMMANDS = "appeals";

    public static final Subject<AppealFact, Appeal> SUBJECT =
            new Subject<>(COMMANDS, AppealFact.class, Appeal.class, Appeal::evolve);

    private Appeals() {}

    /** What a command leads to, for who has no bus: the decision that an aggregate would get. */
    public static Decision decide(@Nullable Appeal appeal, AppealCommand command, AppealPremises premises) {
        return AppealDecider.decide(appeal, command, premises);
    }
}
