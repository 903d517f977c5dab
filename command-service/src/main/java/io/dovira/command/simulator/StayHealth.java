package io.dovira.command.simulator;

import io.dovira.events.custody.HealthFact.Fitness;
import io.dovira.events.custody.HealthFact.Injuries;
import io.dovira.events.custody.HealthFact.MedicalExamined;
import io.dovira.events.custody.HealthFact.MedicalRequested;
import io.dovira.events.custody.HealthFact.MedicationGiven;
import io.dovira.events.custody.HealthFact.Requester;
import io.dovira.events.custody.HealthFact.VisibleInjuriesNoted;
import io.dovira.events.custody.LocationFact.Destination;
import io.dovira.events.custody.LocationFact.TakenOut;
import io.dovira.events.custody.Phase;
import java.time.Instant;

/** Health in a simulated stay: what is seen, what the doctor says, and for a few the way to hospital. */
final class StayHealth {
    private final SimulatedStay stay;
    private final Chance chance;
    private final StayCell cell;

    StayHealth(SimulatedStay stay, Chance chance, StayCell cell) {
        this.stay = stay;
        this.chance = chance;
        this.cell = cell;
    }

    void begin(Instant at) {
        stay.inIfHeld(at, 3, 8, then -> stay.enter(then, new VisibleInjuriesNoted(stay.id(), injuries())));
        if (chance.happens(0.14)) {
            stay.inTheUnit(at, 5, 90, this::askForDoctor);
        }
    }

    private Injuries injuries() {
        return chance.happens(0.12) ? Injuries.MINOR : chance.happens(0.02) ? Injuries.SERIOUS : Injuries.NONE;
    }

    private void askForDoctor(Instant at) {
        stay.enter(at, new MedicalRequested(stay.id(), chance.happens(0.6) ? Requester.OFFICER : Requester.PERSON));
        stay.in(at, 8, chance.happens(0.12) ? 55 : 27, this::examine);
    }

    private void examine(Instant at) {
        if (stay.custody().phase() == Phase.SEALED) {
            return;
        }
        if (!stay.inTheUnit()) {
            // Before court, or before the person goes home.
            stay.enter(at, new MedicalExamined(stay.id(), Fitness.FIT));
            return;
        }
        double how = chance.random().nextDouble();
        Fitness fitness = how < 0.70 ? Fitness.FIT : how < 0.88 ? Fitness.FIT_WITH_CONDITIONS : Fitness.UNFIT;
        stay.enter(at, new MedicalExamined(stay.id(), fitness));
        switch (fitness) {
            case FIT -> {}
            case FIT_WITH_CONDITIONS -> {
                cell.watchClosely();
                stay.inIfHeld(at, 10, 40, then -> stay.enter(then, new MedicationGiven(stay.id())));
            }
            case UNFIT -> stay.inTheUnit(at, 2, chance.happens(0.2) ? 60 : 5, this::hospital);
        }
    }

    private void hospital(Instant at) {
        stay.enter(at, new TakenOut(stay.id(), Destination.HOSPITAL));
        stay.in(at, 100, 480, then -> {
            if (stay.custody().phase() == Phase.AT_HOSPITAL) {
                if (chance.happens(0.4)) {
                    stay.end().inHospital(then);
                } else {
                    cell.comeBack(then);
                }
            }
        });
    }
}
