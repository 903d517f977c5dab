package io.dovira.command.custody;

import io.dovira.events.corrections.Proposal;
import io.dovira.events.custody.CareFact;
import io.dovira.events.custody.Checklist;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.HealthFact;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.Task;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record as it is told to whoever has just made an entry in it. */
@Schema(name = "Custody")
record ShownCustody(
        String id,
        @Schema(description = "Pseudonym") String person,
        @Schema(example = "lviv-unit-1") String office,
        DetentionGround ground,
        boolean minor,
        boolean foreigner,
        Phase phase,
        Instant phaseSince,
        Instant apprehendedAt,
        @Nullable String cell,

        @Schema(description = "How closely the person is watched; null before the first visit")
        CareFact.@Nullable Observation level,

        @Schema(description = "What the doctor said last; null before")
        HealthFact.@Nullable Fitness fitness,

        List<ShownChecklist> checklists,

        @Schema(description = "Corrections that wait for a second person")
        List<Proposal> proposals) {

    /** One of the seven lists. */
    @Schema(name = "CustodyChecklist")
    record ShownChecklist(Checklist list, Checklist.State state, List<ShownTask> tasks) {}

    /** A duty as a client sees it. */
    @Schema(name = "CustodyTask")
    record ShownTask(
            Duty duty,
            Task.State state,
            Instant since,
            @Nullable Instant doneAt,

            @Schema(description = "Null if the law sets no limit") @Nullable
            Instant dueAt,

            @Schema(description = "The rule, with its version", example = "custody-review-first@1") @Nullable
            String policy) {
        static ShownTask of(Task task) {
            return new ShownTask(task.duty(), task.state(), task.since(), task.doneAt(), task.dueAt(), task.policy());
        }
    }

    static ShownCustody of(Custody custody) {
        Custody.Observed observed = custody.observed();
        return new ShownCustody(
                custody.id().value(),
                custody.person().value(),
                custody.office().value(),
                custody.ground(),
                custody.minor(),
                custody.foreigner(),
                custody.phase(),
                custody.phaseSince(),
                custody.apprehendedAt(),
                custody.cell() == null ? null : custody.cell().value(),
                observed == null ? null : observed.level(),
                observed == null ? null : observed.fitness(),
                Arrays.stream(Checklist.values())
                        .map(list -> checklist(custody, list))
                        .toList(),
                custody.corrections().waiting());
    }

    private static ShownChecklist checklist(Custody custody, Checklist list) {
        return new ShownChecklist(
                list,
                custody.state(list),
                custody.tasks().stream()
                        .filter(task -> task.duty().checklist() == list)
                        .map(ShownTask::of)
                        .toList());
    }
}
