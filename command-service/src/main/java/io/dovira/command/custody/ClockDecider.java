package io.dovira.command.custody;

import io.dovira.events.PolicyId;
import io.dovira.events.custody.CareFact.Observation;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.CustodyField;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.custody.Task;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks an entry starts. Every duty that it opens gets its limit, if the law of the moment at which the clock starts has one; the fact keeps
 * the moment, the limit and the version of the law. A correction of a start moves what runs from it, by the law of the moment that is true now.
 */
final class ClockDecider {
    private static final Set<Duty> FROM_APPREHENSION = Set.of(
            Duty.END_DETENTION, Duty.BRING_TO_COURT, Duty.HEAR_MEASURE, Duty.NOTIFY_LEGAL_AID, Duty.NOTIFY_RELATIVES);

    private ClockDecider() {}

    /** The entry, and the clocks of the duties that it opened. */
    static List<CustodyFact> with(
            CustodyFact entry, @Nullable Custody before, Custody after, CustodyPremises premises) {
        List<CustodyFact> facts = new ArrayList<>(List.of(entry));
        after.openTasks().stream()
                .filter(task -> task.dueAt() == null)
                .filter(task -> before == null || !before.task(task.duty()).equals(Optional.of(task)))
                .flatMap(task -> clock(task.duty(), task.since(), after, premises))
                .forEach(facts::add);
        return facts;
    }

    /** The clocks that run from what was corrected. */
    static List<CustodyFact> moved(CustodyField field, Custody after, CustodyPremises premises) {
        return after.tasks().stream()
                .filter(task -> runsFrom(field, task))
                .flatMap(task -> Optional.ofNullable(start(task.duty(), after)).stream()
                        .flatMap(start -> clock(task.duty(), start, after, premises)))
                .map(CustodyFact.class::cast)
                .toList();
    }

    private static boolean runsFrom(CustodyField field, Task task) {
        return switch (field) {
            case APPREHENDED_AT, GROUND -> FROM_APPREHENSION.contains(task.duty());
            case DELIVERED_AT -> task.duty() == Duty.OPEN_RECORD;
            case OPENED_AT -> task.duty() == Duty.REVIEW && task.doneAt() == null;
            case LEGAL_AID_NOTIFIED_AT -> task.duty() == Duty.ASSIGN_LAWYER;
            case LAST_VISIT_AT -> task.duty() == Duty.CELL_VISIT && task.isOpen();
            case LAST_REVIEW_AT -> task.duty() == Duty.REVIEW && task.isOpen();
            case RIGHTS_EXPLAINED_AT,
                    LAWYER_ASSIGNED_AT,
                    LAWYER_ARRIVED_AT,
                    RELATIVES_NOTIFIED_AT,
                    EXAMINED_AT,
                    CELL,
                    REMARK -> false;
        };
    }

    private static @Nullable Instant start(Duty duty, Custody custody) {
        if (FROM_APPREHENSION.contains(duty)) {
            return custody.apprehendedAt();
        }
        return switch (duty) {
            case OPEN_RECORD -> custody.since(Phase.DELIVERED);
            case ASSIGN_LAWYER ->
                custody.task(Duty.NOTIFY_LEGAL_AID).map(Task::doneAt).orElse(null);
            case REVIEW, CELL_VISIT ->
                custody.task(duty).map(Task::doneAt).or(custody::opened).orElse(null);
            default -> null;
        };
    }

    private static Stream<ClockStarted> clock(Duty duty, Instant from, Custody custody, CustodyPremises premises) {
        ZoneId zone =
                premises.office() == null ? ZoneOffset.UTC : premises.office().zone();
        return policy(duty, custody)
                .flatMap(policy -> premises.policies().due(new PolicyId(policy), from, zone))
                .map(due -> new ClockStarted(custody.id(), duty, from, due.at(), due.policy()))
                .stream();
    }

    /** The rule that limits a duty; empty if none does. */
    private static Optional<String> policy(Duty duty, Custody custody) {
        return switch (duty) {
            case END_DETENTION ->
                Optional.of(
                        switch (custody.ground()) {
                            case ADMINISTRATIVE -> "custody-administrative";
                            case WITHOUT_RULING -> "custody-without-ruling";
                            case ON_RULING -> "custody-on-ruling";
                        });
            case BRING_TO_COURT -> Optional.of("custody-court-delivery");
            case HEAR_MEASURE -> Optional.of("custody-measure-hearing");
            case OPEN_RECORD -> Optional.of("custody-registration");
            case NOTIFY_RELATIVES -> Optional.of("custody-relatives");
            case NOTIFY_LEGAL_AID -> Optional.of("custody-legal-aid");
            case ASSIGN_LAWYER -> Optional.of("custody-lawyer-named");
            case REVIEW ->
                Optional.of(
                        custody.task(Duty.REVIEW).map(Task::doneAt).isEmpty()
                                ? "custody-review-first"
                                : "custody-review-next");
            case CELL_VISIT ->
                Optional.of(
                        custody.observed() != null && custody.observed().level() == Observation.INTERMITTENT
                                ? "custody-cell-visit-l2"
                                : "custody-cell-visit");
            case MEDICAL_EXAMINATION -> Optional.of("custody-medical");
            case HOSPITAL -> Optional.of("custody-hospital");
            case REGISTER_COMPLAINT -> Optional.of("custody-complaint");
            case EXPLAIN_RIGHTS,
                    NOTIFY_CONSULATE,
                    LAWYER_ARRIVAL,
                    NOTE_INJURIES,
                    ASSIGN_CELL,
                    RETURN,
                    INTERVIEW_DETAINEE,
                    INTERVIEW_OFFICER,
                    SEARCH,
                    LOG_PROPERTY,
                    RETURN_PROPERTY -> Optional.empty();
        };
    }
}
