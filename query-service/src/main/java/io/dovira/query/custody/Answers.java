package io.dovira.query.custody;

import io.dovira.events.corrections.Proposal;
import io.dovira.events.custody.CareFact;
import io.dovira.events.custody.Checklist;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.HealthFact;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.PhaseSince;
import io.dovira.events.custody.Task;
import io.dovira.query.platform.Office;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is answered, in JSON. Null is not known, or not yet. */
final class Answers {
    private Answers() {}

    /**
     * The whiteboard.
     *
     * @param position to which it is complete
     * @param at the time of the server, by which what is left of a limit is told
     * @param lateAfterSeconds what counts as late now; null if no policy says
     * @param units those that the caller asked for and may see
     * @param next token of the next page; null on the last one
     */
    @Schema(name = "CustodyWhiteboard")
    record Whiteboard(
            long position,
            Instant at,
            @Nullable Long lateAfterSeconds,
            List<ShownUnit> units,
            List<Row> items,
            @Nullable String next) {}

    /**
     * A unit and its shifts.
     *
     * @param held how many are in it
     * @param onDuty who took over last
     * @param offeredBy who has signed for the outgoing shift, while the incoming one has not
     */
    @Schema(name = "CustodyUnitShift")
    record ShownUnit(
            String office,
            Map<String, String> officeName,
            @Nullable String timeZone,
            int held,
            int handovers,
            @Nullable String onDuty,
            @Nullable Instant onDutySince,
            @Nullable String offeredBy) {
        static ShownUnit of(UnitShift shift, @Nullable Office office) {
            return new ShownUnit(
                    shift.office(),
                    office == null ? Map.of() : office.name(),
                    office == null ? null : office.timeZone(),
                    shift.unit().held().size(),
                    shift.unit().handovers(),
                    shift.unit().onDuty(),
                    shift.onDutySince(),
                    shift.unit().offeredBy());
        }
    }

    /** An open duty with a limit: from when it runs, until when, by which rule. */
    @Schema(name = "CustodyClock")
    record RunningClock(Duty duty, Instant since, Instant dueAt, String policy) {
        static Optional<RunningClock> of(Task task) {
            Instant due = task.dueAt();
            String policy = task.policy();
            return due == null || policy == null || task.pausedAt() != null
                    ? Optional.empty()
                    : Optional.of(new RunningClock(task.duty(), task.since(), due, policy));
        }
    }

    /**
     * One stay on the whiteboard.
     *
     * @param person by pseudonym
     * @param detentionDueAt when the limit of the detention is reached
     * @param clocks every open duty that has a limit and may not wait by order, what is due first first
     * @param endedAt when it ended; null while the person is held
     * @param overdue duties that are open beyond their limit
     * @param entries how many facts people entered
     * @param proposals how many corrections wait for a second person
     */
    @Schema(name = "CustodyRow")
    record Row(
            String id,
            String person,
            String office,
            Map<String, String> officeName,
            @Nullable String timeZone,
            Phase phase,
            Instant phaseSince,
            DetentionGround ground,
            boolean minor,
            boolean foreigner,
            @Nullable String cell,
            CareFact.@Nullable Observation level,
            HealthFact.@Nullable Fitness fitness,
            Instant apprehendedAt,
            @Nullable Instant endedAt,
            @Nullable Instant visitDueAt,
            @Nullable Instant reviewDueAt,
            @Nullable Instant detentionDueAt,
            List<RunningClock> clocks,
            List<Duty> overdue,
            Map<Checklist, Checklist.State> checklists,
            @Nullable Duty nextDuty,
            @Nullable Instant nextDueAt,
            int entries,
            int late,
            int corrected,
            int proposals,
            @Nullable String onDuty,
            String origin) {
        static Row of(String id, Held held, @Nullable Office office, Instant now) {
            return of(id, held, office, now, true);
        }

        /** Of whom nobody looks after any more, the whiteboard tells nothing of the health. */
        static Row onWhiteboard(String id, Held held, @Nullable Office office, Instant now) {
            return of(id, held, office, now, held.held());
        }

        private static Row of(String id, Held held, @Nullable Office office, Instant now, boolean health) {
            Custody custody = held.custody();
            Custody.Observed observed = health ? custody.observed() : null;
            Map<Checklist, Checklist.State> lists = new EnumMap<>(Checklist.class);
            Arrays.stream(Checklist.values())
                    .filter(list -> health || list != Checklist.HEALTH)
                    .forEach(list -> lists.put(list, custody.state(list)));
            return new Row(
                    id,
                    custody.person().value(),
                    held.office(),
                    office == null ? Map.of() : office.name(),
                    office == null ? null : office.timeZone(),
                    custody.phase(),
                    custody.phaseSince(),
                    custody.ground(),
                    custody.minor(),
                    custody.foreigner(),
                    custody.cell() == null ? null : custody.cell().value(),
                    observed == null ? null : observed.level(),
                    observed == null ? null : observed.fitness(),
                    custody.apprehendedAt(),
                    held.endedAt(),
                    custody.dueAt(Duty.CELL_VISIT),
                    custody.dueAt(Duty.REVIEW),
                    custody.dueAt(Duty.END_DETENTION),
                    custody.openTasks().stream()
                            .flatMap(task -> RunningClock.of(task).stream())
                            .sorted(Comparator.comparing(RunningClock::dueAt))
                            .toList(),
                    custody.openTasks().stream()
                            .filter(task -> task.isOverdue(now))
                            .map(Task::duty)
                            .toList(),
                    lists,
                    custody.next().map(Task::duty).orElse(null),
                    custody.next().map(Task::dueAt).orElse(null),
                    held.entries(),
                    held.late(),
                    held.corrected(),
                    custody.corrections().waiting().size(),
                    held.onDuty(),
                    held.origin().name());
        }
    }

    /**
     * One record: how it stands, and every entry in the order of the log.
     *
     * @param position what was recorded up to here is in it
     * @param at the time of the server
     * @param accesses who read it and what for, the newest first
     * @param problem why it says nothing of how the record stands after a certain entry: a newer writer's, say; null while all is well
     */
    @Schema(name = "CustodyRecord")
    record Story(
            long position,
            Instant at,
            @Nullable Long lateAfterSeconds,
            Row now,
            List<PhaseSince> phases,
            List<Task> tasks,
            List<Proposal> proposals,
            List<Entry> entries,
            List<Access> accesses,
            @Nullable String problem) {}

    /**
     * One entry.
     *
     * @param type stored name
     * @param lagSeconds how long after it happened it was recorded; negative when a clock ran ahead, null if it was told with a whole history
     * @param late entered late, by its own word or by the rule of that day
     * @param outOfOrder it happened before something that was entered earlier
     * @param entered by a person; the others follow from an entry
     * @param correctedBy ids of the facts that set it right
     */
    @Schema(name = "CustodyEntry")
    record Entry(
            long position,
            String eventId,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable Double lagSeconds,
            String actor,
            String role,
            String quality,
            boolean late,
            boolean outOfOrder,
            boolean entered,
            Map<String, @Nullable Object> data,
            List<String> correctedBy) {}

    /** How late entries are recorded. */
    @Schema(name = "CustodyLags")
    record Lags(long position, @Nullable Long lateAfterSeconds, List<Lag> rows) {}

    /**
     * One unit, role and origin. In seconds; no percentiles below 30 entries, where the values speak for themselves.
     *
     * @param n how many there are of which it is known
     * @param unknown how many more were told with a whole history
     * @param late how many were late, by the rule of their day
     */
    @Schema(name = "CustodyLag")
    record Lag(
            String office,
            Map<String, String> officeName,
            String role,
            String origin,
            long n,
            int unknown,
            int late,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Double mean,
            @Nullable Double p50,
            @Nullable Double p90,
            @Nullable Double p99,
            @Nullable List<Double> values) {}

    /** Entries that were typed in a batch, the newest batch first. */
    @Schema(name = "CustodyBatches")
    record Batches(long position, List<ShownBatch> items) {}

    /** One batch: who typed how many entries when, and when they had happened. */
    @Schema(name = "CustodyBatch")
    record ShownBatch(
            String office,
            Map<String, String> officeName,
            String actor,
            String role,
            Instant from,
            Instant to,
            Instant happenedFrom,
            Instant happenedTo,
            int entries,
            List<String> records,
            String origin) {
        static ShownBatch of(Batch batch, @Nullable Office office) {
            return new ShownBatch(
                    batch.office(),
                    office == null ? Map.of() : office.name(),
                    batch.actor(),
                    batch.role(),
                    batch.from(),
                    batch.to(),
                    batch.happenedFrom(),
                    batch.happenedTo(),
                    batch.entries(),
                    batch.records(),
                    batch.origin().name());
        }
    }
}
