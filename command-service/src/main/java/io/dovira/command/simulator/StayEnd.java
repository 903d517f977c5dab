package io.dovira.command.simulator;

import io.dovira.events.OfficeId;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.LegalAidFact.LawyerAssigned;
import io.dovira.events.custody.LocationFact.BroughtToCourt;
import io.dovira.events.custody.LocationFact.Transferred;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.ProcedureFact.CourtRuled;
import io.dovira.events.custody.ProcedureFact.Ruling;
import io.dovira.events.custody.RecordFact.CopyDisclosed;
import io.dovira.events.custody.RecordFact.CustodyRecordSealed;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.custody.RecordFact.Recipient;
import io.dovira.events.custody.RecordFact.ReleaseGround;
import io.dovira.events.custody.RelativesFact.RelativesNotified;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * How a simulated stay ends.
 *
 * <pre>
 *   [court - ruling -] released | transferred - copy disclosed - sealed
 * </pre>
 */
final class StayEnd {
    private static final OfficeId PRISON = new OfficeId("sim-pretrial-prison");
    /** Until then the last visits are typed, complaints registered, and what was wrong is corrected. */
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final SimulatedStay stay;
    private final CustodySimulation unit;
    private final Chance chance;
    private final StayCell cell;
    private final StayProcedure procedure;

    StayEnd(SimulatedStay stay, CustodySimulation unit, Chance chance, StayCell cell, StayProcedure procedure) {
        this.stay = stay;
        this.unit = unit;
        this.chance = chance;
        this.cell = cell;
        this.procedure = procedure;
    }

    void plan(Instant apprehended) {
        switch (stay.ground()) {
            case ADMINISTRATIVE -> {
                boolean late = chance.happens(0.05);
                stay.in(
                        apprehended,
                        late ? 182 : 95,
                        late ? 230 : 172,
                        then -> release(then, ReleaseGround.ADMINISTRATIVE_DONE));
            }
            case WITHOUT_RULING -> {
                if (chance.happens(0.3)) {
                    stay.in(apprehended, 300, 1_500, then -> release(then, ReleaseGround.NO_GROUNDS));
                } else {
                    unit.plan(courtHour(chance.later(apprehended, 20 * 3_600, 30 * 3_600)), this::court);
                }
            }
            case ON_RULING -> unit.plan(courtHour(chance.later(apprehended, 3 * 3_600, 18 * 3_600)), this::court);
        }
    }

    private void release(Instant at, ReleaseGround why) {
        if (stay.custody().phase() == Phase.AT_HOSPITAL) {
            inHospital(at);
        } else if (stay.held()) {
            end(at, new PersonReleased(stay.id(), why));
        }
    }

    /** The person stays there, and is not held any more. */
    void inHospital(Instant at) {
        end(at, new PersonReleased(stay.id(), ReleaseGround.HEALTH));
    }

    private void court(Instant at) {
        if (stay.custody().phase() != Phase.OPEN) {
            stay.inIfHeld(at, 60, 90, this::court);
            return;
        }
        stay.enter(at, new BroughtToCourt(stay.id()));
        stay.in(at, 45, 200, then -> {
            double how = chance.random().nextDouble();
            Ruling ruling = how < 0.55 ? Ruling.DETAINED : how < 0.85 ? Ruling.OTHER_MEASURE : Ruling.REFUSED;
            stay.enter(then, new CourtRuled(stay.id(), ruling));
            stay.in(then, 5, 40, after -> {
                if (ruling != Ruling.DETAINED) {
                    end(after, new PersonReleased(stay.id(), ReleaseGround.COURT));
                    return;
                }
                cell.comeBack(after);
                stay.in(after, 60, 240, this::leaveForPrison);
            });
        });
    }

    private void leaveForPrison(Instant at) {
        if (stay.inTheUnit()) {
            end(at, new Transferred(stay.id(), PRISON));
        } else if (stay.held()) {
            stay.in(at, 60, 90, this::leaveForPrison);
        }
    }

    /** Courts sit by day. */
    private Instant courtHour(Instant at) {
        ZonedDateTime local = at.atZone(unit.profile().zone());
        if (local.getHour() >= 9 && local.getHour() < 17) {
            return at;
        }
        ZonedDateTime morning =
                local.toLocalDate().atStartOfDay(unit.profile().zone()).withHour(9);
        return chance.later((local.getHour() < 9 ? morning : morning.plusDays(1)).toInstant(), 0, 2 * 3_600);
    }

    private void end(Instant at, CustodyFact how) {
        settle(at);
        stay.enter(at, how);
        if (how instanceof PersonReleased) {
            procedure.planReturnOfProperty(at);
        }
        stay.in(at, 15, 40, then -> stay.enter(then, new CopyDisclosed(stay.id(), Recipient.PERSON)));
        stay.in(at, 45, 200, then -> {
            if (chance.happens(0.9)) {
                procedure.registerComplaint(then);
            }
            stay.enter(then, new CustodyRecordSealed(stay.id()));
            unit.plan(then.plus(REMEMBERED), ignored -> unit.forget(stay));
        });
    }

    /** What is still owed to the person is done before it is too late, as a rule. */
    private void settle(Instant at) {
        if (stay.custody().isOpen(Duty.NOTIFY_RELATIVES) && chance.happens(0.85)) {
            stay.enter(at, new RelativesNotified(stay.id()));
        }
        if (stay.custody().isOpen(Duty.ASSIGN_LAWYER) && chance.happens(0.85)) {
            stay.enter(at, new LawyerAssigned(stay.id(), stay.person("l")));
        }
    }
}
