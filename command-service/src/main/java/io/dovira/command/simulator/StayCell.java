package io.dovira.command.simulator;

import io.dovira.events.CellId;
import io.dovira.events.custody.CareFact.MealOffered;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.LocationFact.Returned;
import java.time.Instant;
import java.time.ZonedDateTime;

/** The cell in a simulated stay: who is put into one is visited there, and fed. */
final class StayCell {
    private final SimulatedStay stay;
    private final CustodySimulation unit;
    private final Chance chance;
    private final CellRounds rounds;

    StayCell(SimulatedStay stay, CustodySimulation unit, Chance chance) {
        this.stay = stay;
        this.unit = unit;
        this.chance = chance;
        this.rounds = new CellRounds(stay, unit, chance);
    }

    void begin(Instant at) {
        if (chance.happens(0.15)) {
            rounds.watchClosely();
        }
        stay.inTheUnit(at, 12, 24, this::lock);
        planMeal(at);
    }

    /** Every half hour from the next visit on. */
    void watchClosely() {
        rounds.watchClosely();
    }

    /** From court or hospital. */
    void comeBack(Instant at) {
        stay.enter(at, new Returned(stay.id()));
        if (stay.custody().cell() == null) {
            stay.inTheUnit(at, 2, 8, this::lock);
        } else {
            rounds.beginAfter(at);
        }
    }

    private void lock(Instant at) {
        stay.enter(at, new CellAssigned(stay.id(), anyCell()));
        rounds.beginAfter(at);
    }

    CellId anyCell() {
        return new CellId(String.valueOf(1 + chance.below(unit.profile().cells())));
    }

    private void planMeal(Instant after) {
        ZonedDateTime local = after.atZone(unit.profile().zone());
        int hour = local.getHour() < 8 ? 8 : local.getHour() < 13 ? 13 : local.getHour() < 19 ? 19 : 32;
        Instant served = chance.later(
                local.toLocalDate()
                        .atStartOfDay(unit.profile().zone())
                        .plusDays(hour / 24)
                        .withHour(hour % 24)
                        .toInstant(),
                60,
                40 * 60);
        unit.plan(served, at -> {
            if (stay.held()) {
                if (stay.inTheUnit()) {
                    stay.enter(at, new MealOffered(stay.id(), chance.happens(0.85)));
                }
                planMeal(at);
            }
        });
    }
}
