package io.dovira.command.custody;

import io.dovira.events.PolicyId;
import io.dovira.events.custody.CareFact.Observation;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.custody.Task;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks an entry starts. Every duty that it opens gets its limit, if the law of the moment at which the clock starts has one; the fact keeps
 * the moment, the limit and the version of the law. A correction of a start moves what runs from it, by the law of the moment that is true now.
 */
final class ClockDecider {
    private ClockDecider() {}

    /**
     * The fact, and the clocks of the duties that it opened, also of those that were met before anybody told that they were owed; and of those that
     * another rule limits now.
     */
    static List<CustodyFact> with(CustodyFact fact, @Nullable Custody before, Custody after, CustodyPremises premises) {
        List<CustodyFact> facts = new ArrayList<>(List.of(fact));
        after.tasks().stream()
                .filter(task -> task.state() != Task.State.LAPSED && isToBeTold(task, before, after))
                .flatMap(task -> clock(task.duty(), task.since(), after, premises))
                .forEach(facts::add);
        return facts;
    }

    private static boolean isToBeTold(Task task, @Nullable Custody before, Custody after) {
        String told = task.policy();
        if (told == null) {
            return before == null
                    || before.task(task.duty())
                            .filter(known -> known.state() != Task.State.LAPSED
                                    && known.since().equals(task.since()))
                            .isEmpty();
        }
        return policy(task.duty(), after)
                .filter(rule -> !told.startsWith(rule + "@"))
                .isPresent();
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
