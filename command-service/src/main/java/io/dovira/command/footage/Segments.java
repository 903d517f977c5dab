package io.dovira.command.footage;

import io.dovira.command.platform.Subject;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageFact;

/** Segments of footage as something that commands are for and states are read of. */
final class Segments {
    static final String COMMANDS = "footage";

    static final Subject<FootageFact, Footage> SUBJECT =
            new Subject<>(COMMANDS, FootageFact.class, Footage.class, Footage::evolve);

    private Segments() {}
}
