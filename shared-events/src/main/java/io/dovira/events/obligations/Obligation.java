package io.dovira.events.obligations;

import io.dovira.events.ObligationId;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.policies.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A duty with a clock, as the facts tell it.
 *
 * <pre>
 *   custody-legal-aid  from 10:00  due 11:00  soon 10:48   turns: 10:00 runs until 11:00
 *                      met 10:40
 * </pre>
 *
 * @param number how many of the rule the subject was owed before it
 * @param rule which duty
 * @param subject stream of whom or what it is owed to
 * @param office that owes it; null if none is known
 * @param from when the clock started
 * @param told last moment in time, as a fact or a rule said it
 * @param due the same with the time in which the clock stood still
 * @param soon from when on it is due soon
 * @param policy the version that says so
 * @param running false while a fact has stopped the clock
 * @param turns how the clock went, in order of time; the first is its start
 * @param soonPercent how much of the time is left when it is due soon, by the policy of its day
 * @param closedAt when it was met or fell away; null while it is open
 * @param breached whether the log holds the breach as a fact
 * @param origin of the fact that started the clock
 */
public record Obligation(
        ObligationId id,
        int number,
        String rule,
        String subject,
        @Nullable String office,
        Instant from,
        Instant told,
        Instant due,
        Instant soon,
        String policy,
        boolean running,
        List<Turn> turns,
        int soonPercent,
        Outcome outcome,
        @Nullable Instant closedAt,
        boolean breached,
        Origin origin) {
    private static final int HUNDRED = 100;

    public Obligation {
        turns = List.copyOf(turns);
    }

    static Obligation opened(
            ObligationId id,
            int number,
            String subject,
            @Nullable String office,
            String rule,
            Instant from,
            Due due,
            Clockwork clockwork) {
        int soonPercent = clockwork.soonPercent(from);
        return new Obligation(
                id,
                number,
                rule,
                subject,
                office,
                from,
                due.at(),
                due.at(),
                soon(from, due.at(), soonPercent),
                due.policy(),
                true,
                List.of(new Turn(from, true, due.at(), due.policy())),
                soonPercent,
                Outcome.OPEN,
                null,
                false,
                clockwork.origin());
    }

    /** How it stands at a moment of one's choice, by all that is known. Before its clock started it stands as it began. */
    public ObligationState at(Instant now) {
        if (closedAt != null && !now.isBefore(closedAt)) {
            return switch (outcome) {
                case OPEN -> throw new IllegalStateException(id + " is closed and open");
                case MET -> ObligationState.MET;
                case MET_LATE -> ObligationState.MET_LATE;
                case LAPSED -> ObligationState.LAPSED;
            };
        }
        Turn turn = turnAt(now);
        if (!turn.running()) {
            return ObligationState.PAUSED;
        }
        if (now.isAfter(turn.due())) {
            return breached ? ObligationState.BREACHED : ObligationState.OVERDUE;
        }
        return now.isBefore(soon(from, turn.due(), soonPercent)) ? ObligationState.OPEN : ObligationState.DUE_SOON;
    }

    /** Until when it has or had to be done, as it was at a moment. */
    public Turn turnAt(Instant now) {
        return turns.reversed().stream()
                .filter(turn -> !turn.at().isAfter(now))
                .findFirst()
                .orElse(turns.getFirst());
    }

    public boolean isOpen() {
        return outcome == Outcome.OPEN;
    }

    /** Whether it is overdue at that moment and nobody has recorded it. */
    public boolean mustBeRecordedAt(Instant now) {
        return isOpen() && running && !breached && now.isAfter(due);
    }

    /** The fact that tells the breach. */
    public ObligationBreached breach() {
        return new ObligationBreached(
                id, rule, subject, office == null ? null : new OfficeId(office), from, due, policy);
    }

    /** Somebody said another due moment. */
    Obligation told(Instant at, Due another, boolean nowRunning) {
        return turned(another.at(), new Turn(at, nowRunning, another.at(), another.policy()));
    }

    /** A fact has stopped it at that moment; one that is told late may have stopped it before the one that was told first. */
    Obligation stopped(Instant at) {
        int ran = turns.size();
        while (!turns.get(ran - 1).running()) {
            ran--;
        }
        Instant last = turns.get(ran - 1).at();
        Instant stopped = at.isBefore(last) ? last : at;
        if (turns.subList(ran, turns.size()).stream().anyMatch(turn -> turn.at().equals(stopped))) {
            return this;
        }
        List<Turn> otherwise = new ArrayList<>(turns.subList(0, ran));
        otherwise.add(new Turn(stopped, false, due, policy));
        return with(from, told, due, policy, false, otherwise);
    }

    Obligation resumed(Instant at, Clockwork clockwork) {
        if (at.isBefore(turns.getLast().at())) {
            // It turns out that it had gone on, or was met, before anybody stopped it.
            List<Turn> fewer = turns.subList(0, turns.size() - 1);
            Turn last = fewer.getLast();
            return with(from, told, last.due(), last.policy(), true, fewer);
        }
        Instant later = clockwork.extended(policy, due, turns.getLast().at(), at);
        return turned(told, new Turn(at, true, later, policy));
    }

    private Obligation turned(Instant newTold, Turn turn) {
        List<Turn> more = new ArrayList<>(turns);
        more.add(turn);
        return with(from, newTold, turn.due(), turn.policy(), turn.running(), more);
    }

    /** The clock had started at another moment: it never ran otherwise. */
    Obligation restarted(Instant newFrom, Due another) {
        Turn start = new Turn(newFrom, true, another.at(), another.policy());
        return with(newFrom, another.at(), another.at(), another.policy(), true, List.of(start));
    }

    private Obligation with(
            Instant newFrom,
            Instant newTold,
            Instant newDue,
            String newPolicy,
            boolean nowRunning,
            List<Turn> newTurns) {
        return new Obligation(
                id,
                number,
                rule,
                subject,
                office,
                newFrom,
                newTold,
                newDue,
                soon(newFrom, newDue, soonPercent),
                newPolicy,
                nowRunning,
                newTurns,
                soonPercent,
                outcome(newDue, nowRunning, newTurns),
                closedAt,
                breached,
                origin);
    }

    Obligation met(Instant at) {
        return closed(counted(at, running, turns).isAfter(due) ? Outcome.MET_LATE : Outcome.MET, at);
    }

    /** What was met while its clock stood still was met when the clock was stopped. */
    private static Instant counted(Instant met, boolean running, List<Turn> turns) {
        Instant stopped = turns.getLast().at();
        return running || met.isBefore(stopped) ? met : stopped;
    }

    Obligation lapsed(Instant at) {
        return closed(Outcome.LAPSED, at);
    }

    /** The breach is a fact now. */
    public Obligation recorded() {
        return new Obligation(
                id,
                number,
                rule,
                subject,
                office,
                from,
                told,
                due,
                soon,
                policy,
                running,
                turns,
                soonPercent,
                outcome,
                closedAt,
                true,
                origin);
    }

    private Obligation closed(Outcome how, Instant at) {
        return new Obligation(
                id,
                number,
                rule,
                subject,
                office,
                from,
                told,
                due,
                soon,
                policy,
                running,
                turns,
                soonPercent,
                how,
                at,
                breached,
                origin);
    }

    private Outcome outcome(Instant newDue, boolean nowRunning, List<Turn> newTurns) {
        return closedAt == null || outcome == Outcome.LAPSED
                ? outcome
                : counted(closedAt, nowRunning, newTurns).isAfter(newDue) ? Outcome.MET_LATE : Outcome.MET;
    }

    private static Instant soon(Instant from, Instant due, int percent) {
        long left = Math.max(0, Duration.between(from, due).toMillis()) * percent / HUNDRED;
        return due.minusMillis(left);
    }
}
