package io.dovira.command.simulator;

import io.dovira.events.StaffId;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.ProcedureFact.ComplaintMade;
import io.dovira.events.custody.ProcedureFact.ComplaintRegistered;
import io.dovira.events.custody.ProcedureFact.InterviewOfDetaineeHeld;
import io.dovira.events.custody.ProcedureFact.InterviewOfOfficerHeld;
import io.dovira.events.custody.ProcedureFact.PropertyLogged;
import io.dovira.events.custody.ProcedureFact.PropertyReturned;
import io.dovira.events.custody.ProcedureFact.QuestioningEnded;
import io.dovira.events.custody.ProcedureFact.QuestioningStarted;
import io.dovira.events.custody.ProcedureFact.Rank;
import io.dovira.events.custody.ProcedureFact.ReviewDone;
import io.dovira.events.custody.ProcedureFact.SearchDone;
import io.dovira.events.custody.ProcedureFact.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Procedure in a simulated stay: interviews, search and property, reviews of the detention, questioning, complaints. */
final class StayProcedure {
    private final SimulatedStay stay;
    private final CustodySimulation unit;
    private final Chance chance;
    private int items;

    StayProcedure(SimulatedStay stay, CustodySimulation unit, Chance chance) {
        this.stay = stay;
        this.unit = unit;
        this.chance = chance;
    }

    void begin(Instant at) {
        stay.inTheUnit(at, 2, 6, then -> stay.enter(then, new InterviewOfDetaineeHeld(stay.id())));
        stay.inTheUnit(at, 3, 9, then -> stay.enter(then, new InterviewOfOfficerHeld(stay.id(), stay.patrol())));
        stay.inIfHeld(at, 4, 9, then -> stay.enter(then, new SearchDone(stay.id())));
        items = chance.below(8);
        stay.inIfHeld(at, 6, 12, then -> stay.enter(then, new PropertyLogged(stay.id(), items)));
        planReview(at, 6);
        if (stay.ground() == DetentionGround.WITHOUT_RULING) {
            stay.inTheUnit(at, 150, 600, this::question);
        }
        if (chance.happens(0.04)) {
            stay.inIfHeld(at, 60, 170, this::complain);
        }
    }

    private void planReview(Instant last, int hours) {
        Instant due = last.plus(Duration.ofHours(hours));
        Instant done = chance.happens(0.06)
                ? chance.later(due, 5 * 60, 60 * 60)
                : due.minusSeconds(5 * 60L + chance.below(55 * 60));
        unit.plan(done, at -> {
            if (stay.held()) {
                stay.enter(at, new ReviewDone(stay.id(), Rank.INSPECTOR, stay.reviewer()));
                planReview(at, 9);
            }
        });
    }

    private void question(Instant at) {
        if (stay.custody().questioning() || stay.custody().consulting()) {
            return;
        }
        stay.enter(at, new QuestioningStarted(stay.id(), investigator()));
        stay.inIfHeld(at, 25, 95, then -> {
            if (stay.custody().questioning()) {
                stay.enter(then, new QuestioningEnded(stay.id()));
            }
        });
        if (chance.happens(0.5)) {
            stay.inTheUnit(at, 200, 900, this::question);
        }
    }

    private StaffId investigator() {
        return new StaffId(unit.profile().id() + ".inv" + (1 + chance.below(3)));
    }

    private void complain(Instant at) {
        stay.enter(at, new ComplaintMade(stay.id(), chance.oneOf(List.of(Subject.values()))));
        stay.in(at, 20, chance.happens(0.1) ? 1_800 : 600, then -> {
            if (stay.custody().phase() != Phase.SEALED) {
                registerComplaint(then);
            }
        });
    }

    /** If there is one that is not. */
    void registerComplaint(Instant at) {
        if (stay.custody().isOpen(Duty.REGISTER_COMPLAINT)) {
            stay.enter(at, new ComplaintRegistered(stay.id()));
        }
    }

    /** If there is any, soon. */
    void planReturnOfProperty(Instant at) {
        if (stay.custody().isOpen(Duty.RETURN_PROPERTY)) {
            stay.in(at, 3, 15, then -> stay.enter(then, new PropertyReturned(stay.id(), items)));
        }
    }
}
