package io.dovira.command.offices;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.StaffSession;
import org.jspecify.annotations.Nullable;

/** The rules of desks for tests of other features. */
public final class DeskRules {
    private DeskRules() {}

    public static Decision decide(
            @Nullable Desk desk, DeskCommand command, Moment moment, Office office, @Nullable StaffSession session) {
        return DeskDecider.decide(desk, command, new DeskPremises(moment, office, session));
    }
}
