package io.dovira.events.custody;

import io.dovira.events.CellId;
import io.dovira.events.CustodyId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.corrections.Corrections;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stay in custody as its facts tell it. One fold serves the decider, the whiteboard, the record's page and the verifier.
 *
 * <pre>
 *   phases   APPREHENDED 08:10, DELIVERED 08:55, OPEN 09:00, AT_COURT 14:00, OPEN 16:20     in order; the last one is now
 *   tasks    EXPLAIN_RIGHTS done 09:10, NOTIFY_RELATIVES open, due 08:11, CELL_VISIT done 16:40, due 17:40, ...
 * </pre>
 *
 * @param phases in order of time, the first is {@link Phase#APPREHENDED}
 * @param acts what duties come of, as it was told; corrected where it was
 * @param clocks limits that were told, as they were told; those of tasks that are gone may be among them
 * @param tasks at most one of each duty, in the order of {@link Duty}; what acts, clocks and the ground say
 * @param cell the last one; kept while the person is out
 * @param delayed why relatives are not told; null unless somebody ordered so
 * @param consulting a private talk with the lawyer goes on
 * @param questioning the person is being questioned
 * @param corrections that need a second person
 * @param facts how many facts it is made of; the sequence of the next one
 */
public record Custody(
        CustodyId id,
        PersonId person,
        OfficeId office,
        DetentionGround ground,
        boolean minor,
        boolean foreigner,
        List<PhaseSince> phases,
        List<Happened> acts,
        List<Clock> clocks,
        List<Task> tasks,
        @Nullable CellId cell,
        @Nullable Observed observed,
        RelativesFact.@Nullable DelayGround delayed,
        boolean consulting,
        boolean questioning,
        Corrections corrections,
        int facts) {

    /** What is known of the person's health. {@code level} null before the first visit, {@code fitness} before a doctor came. */
    public record Observed(CareFact.@Nullable Observation level, HealthFact.@Nullable Fitness fitness) {}

    public Custody {
        phases = List.copyOf(phases);
        acts = List.copyOf(acts);
        clocks = List.copyOf(clocks);
        tasks = tasks.stream().sorted(Comparator.comparing(Task::duty)).toList();
    }

    /**
     * The state after one more fact. Facts come in the order in which they were learnt; what happened earlier than something known already
     * finds its place.
     *
     * @param before the state so far; null before the first fact
     * @param at when the fact happened
     * @throws IllegalStateException if the fact cannot follow; no decider records such a fact
     */
    public static Custody evolve(@Nullable Custody before, CustodyFact fact, Instant at) {
        if (fact instanceof PersonApprehended f) {
            if (before != null) {
                throw new IllegalStateException(f.custody() + " was apprehended twice");
            }
            return CustodyFold.apprehended(f, at);
        }
        if (before == null) {
            throw new IllegalStateException(fact.custody() + " was not apprehended");
        }
        return CustodyFold.of(before).take(fact, at).done();
    }

    public Phase phase() {
        return phases.getLast().phase();
    }

    /** When the present phase began. */
    public Instant phaseSince() {
        return phases.getLast().since();
    }

    public Instant apprehendedAt() {
        return phases.getFirst().since();
    }

    /** The phase in which something happened; empty before the apprehension. */
    public Optional<Phase> phaseAt(Instant at) {
        return phases.reversed().stream()
                .filter(each -> !each.since().isAfter(at))
                .map(PhaseSince::phase)
                .findFirst();
    }

    /** When a phase began, last; null if it never did. */
    public @Nullable Instant since(Phase phase) {
        return phases.reversed().stream()
                .filter(each -> each.phase() == phase)
                .map(PhaseSince::since)
                .findFirst()
                .orElse(null);
    }

    /** The duty as it stands; empty if it never arose. */
    public Optional<Task> task(Duty duty) {
        return tasks.stream().filter(task -> task.duty() == duty).findFirst();
    }

    public boolean isOpen(Duty duty) {
        return task(duty).filter(Task::isOpen).isPresent();
    }

    /** When an open duty is due; null if it is not open or has no limit. */
    public @Nullable Instant dueAt(Duty duty) {
        return task(duty).filter(Task::isOpen).map(Task::dueAt).orElse(null);
    }

    /** What is open now, what only stands until the person leaves included. */
    public List<Task> openTasks() {
        return tasks.stream().filter(Task::isOpen).toList();
    }

    /** The open duty that is due first; empty if none has a limit. What may wait by order is not due. */
    public Optional<Task> next() {
        return openTasks().stream()
                .filter(task -> task.dueAt() != null && task.pausedAt() == null)
                .min(Comparator.comparing(task -> Objects.requireNonNull(task.dueAt())));
    }

    public Checklist.State state(Checklist list) {
        List<Task> its =
                tasks.stream().filter(task -> task.duty().checklist() == list).toList();
        if (its.isEmpty()) {
            return Checklist.State.IDLE;
        }
        if (list == Checklist.RELATIVES && delayed != null && isOpen(Duty.NOTIFY_RELATIVES)) {
            return Checklist.State.DELAYED;
        }
        List<Task> open = its.stream().filter(Task::isOpen).toList();
        if (open.isEmpty()) {
            return Checklist.State.DONE;
        }
        return open.stream().allMatch(task -> task.duty().isStanding())
                ? Checklist.State.RUNNING
                : Checklist.State.OPEN;
    }

    /** What a field says now, as text; empty if it says nothing, or if only the entry itself knows. Of several times, the last. */
    public Optional<String> text(CustodyField field) {
        return switch (field) {
            case GROUND -> Optional.of(ground.name());
            case CELL -> Optional.ofNullable(cell).map(CellId::value);
            default -> times(field).stream().max(Comparator.naturalOrder()).map(Instant::toString);
        };
    }

    /** Every moment that the field names, as far as it is kept: of visits and reviews, the last. */
    public Set<Instant> times(CustodyField field) {
        return acts.stream()
                .filter(each -> field.acts().contains(each.act()))
                .map(Happened::at)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** When the record was opened; empty if it was not. */
    public Optional<Instant> opened() {
        return phases.stream()
                .filter(each -> each.phase() == Phase.OPEN)
                .map(PhaseSince::since)
                .findFirst();
    }
}
