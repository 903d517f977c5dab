package io.dovira.command.appeals;

import io.dovira.command.platform.Subject;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealFact;

/** Appeals as something that commands are for and states are read of. */
public final class Appeals {
    static final String COMMANDS = "appeals";

    public static final Subject<AppealFact, Appeal> SUBJECT =
            new Subject<>(COMMANDS, AppealFact.class, Appeal.class, Appeal::evolve);

    private Appeals() {}
}
