package io.dovira.command.simulator;

import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.CareFact.Observation;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.RecordFact.LateEntryMade;
import java.time.Duration;
import java.time.Instant;

/** The visits to the cell of one person: mostly before they are due, and mostly typed at the door. */
final class CellRounds {
    private final SimulatedStay stay;
    private final CustodySimulation unit;
    private final Chance chance;
    private boolean watchedClosely;
    private int round;

    CellRounds(SimulatedStay stay, CustodySimulation unit, Chance chance) {
        this.stay = stay;
        this.unit = unit;
        this.chance = chance;
    }

    /** Every half hour from the next visit on. */
    void watchClosely() {
        watchedClosely = true;
    }

    /** From now on, or anew after a return: what was planned before counts no more. */
    void beginAfter(Instant last) {
        int interval = watchedClosely ? 30 : 60;
        Instant due = last.plus(Duration.ofMinutes(interval));
        double how = chance.random().nextDouble();
        Instant visit = how < 0.03
                ? chance.later(due, 120, 20 * 60)
                : how < 0.04
                        // One is left out.
                        ? chance.later(due, (interval - 5) * 60, 5 * 60)
                        : due.minusSeconds(60L + chance.below(interval * 10));
        int planned = ++round;
        unit.plan(visit, at -> {
            if (planned == round && stay.inTheUnit()) {
                unit.plan(unit.typedAtASitting(at).orElseGet(() -> typedAfter(at)), typed -> type(at, typed));
                beginAfter(at);
            }
        });
    }

    /** At the door, as a rule; some are remembered when the round is over, a few at the end of the shift. */
    private Instant typedAfter(Instant seen) {
        double how = chance.random().nextDouble();
        return how < 0.93
                ? chance.later(seen, 2, 60)
                : how < 0.985 ? chance.later(seen, 10 * 60, 40 * 60) : chance.later(seen, 60 * 60, 120 * 60);
    }

    private void type(Instant seen, Instant typed) {
        boolean sealed = stay.custody().phase() == Phase.SEALED;
        CustodyFact entry = sealed
                ? new LateEntryMade(stay.id(), "custody.cell-visit-done", "внесено після зміни", null)
                : new CellVisitDone(
                        stay.id(), watchedClosely ? Observation.INTERMITTENT : Observation.GENERAL, watchedClosely);
        unit.enter(stay, seen, typed, entry);
    }
}
