package io.dovira.command.footage;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Subject;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageFact;
import org.jspecify.annotations.Nullable;

/** Segments of footage as something that commands are for and states are read of. */
public final class Segments {
    static final String COMMANDS = "footage";

    static final Subject<FootageFact, Footage> SUBJECT =
            new Subject<>(COMMANDS, FootageFact.class, Footage.class, Footage::evolve);

    private Segments() {}

    /** What a command leads to, for who has no bus: the decision that an aggregate would get. */
    public static Decision decide(@Nullable Footage footage, FootageCommand command, FootagePremises premises) {
        return FootageDecider.decide(footage, command, premises);
    }
}
