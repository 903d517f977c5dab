package io.dovira.command.appeals;

import io.dovira.command.pages.ActForm;
import io.dovira.events.appeals.Appeal;
import java.time.Instant;
import java.util.List;

/**
 * An appeal as whoever works on it sees it on its page.
 *
 * @param at the time of the service
 * @param acts what can be done now
 */
record WorkedAppeal(Instant at, ShownAppeal record, List<ActForm> acts) {

    static WorkedAppeal of(Appeal appeal, Instant now) {
        return new WorkedAppeal(now, ShownAppeal.of(appeal), AppealActs.of(appeal.state()));
    }
}
