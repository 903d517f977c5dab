package io.dovira.events.obligations;

import io.dovira.events.custody.Custody;
import io.dovira.events.custody.Task;
import io.dovira.events.obligations.Standing.Status;
import io.dovira.events.obligations.Standing.Told;
import java.util.List;
import java.util.Locale;

/**
 * What is owed to a person in custody: every task of the record that a rule limits. The record itself says which fact opens a task, which closes
 * it, and by which rule its clock runs: unfit, so hospital is due; delivered, so the delivery is to be registered; a visit, so the next one is due.
 */
final class CustodyStandings {
    private CustodyStandings() {}

    static List<Standing> of(Custody custody) {
        return custody.tasks().stream().map(CustodyStandings::of).toList();
    }

    private static Standing of(Task task) {
        Status status = switch (task.state()) {
            case OPEN -> Status.OPEN;
            case DONE -> Status.DONE;
            case LAPSED -> Status.LAPSED;
        };
        return new Standing(
                "custody-" + task.duty().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                status,
                task.since(),
                task.dueAt() == null || task.policy() == null ? null : new Told(task.dueAt(), task.policy()),
                task.pausedAt(),
                task.doneAt());
    }
}
