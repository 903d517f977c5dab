package io.dovira.command.simulator;

import io.dovira.events.CellId;
import io.dovira.events.CustodyId;
import io.dovira.events.PersonId;
import io.dovira.events.StaffId;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.ProcedureFact.Means;
import io.dovira.events.custody.ProcedureFact.UseOfForceRecorded;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One simulated stay in custody. Most is done in time; some is late, some is typed late, a few persons go to hospital. Here it begins; each part of it
 * is told by a class of its own.
 *
 * <pre>
 *   apprehended - delivered - record opened -+- StayNotices     rights, relatives, legal aid
 *                                            +- StayProcedure   interviews, property, reviews, questioning, complaints
 *                                            +- StayHealth      doctor, hospital
 *                                            +- StayCell        cell, visits, meals
 *                                            +- StayCorrections what was typed wrongly
 *                                            '- StayEnd         court, release, transfer, seal
 * </pre>
 */
final class SimulatedStay {
    private final CustodyId id;
    private final CustodySimulation unit;
    private final Chance chance;
    private final SimulatedStory<CustodyFact, Custody> story;
    private final StayCell cell;
    private final StayHealth health;
    private final StayProcedure procedure;
    private final StayCorrections corrections;
    private final StayEnd end;
    private DetentionGround ground = DetentionGround.ADMINISTRATIVE;

    SimulatedStay(CustodyId id, CustodySimulation unit, Chance chance) {
        this.id = id;
        this.unit = unit;
        this.chance = chance;
        this.story = new SimulatedStory<>(
                CustodyFact.class, Custody::evolve, id.stream(), unit.profile().id());
        this.cell = new StayCell(this, unit, chance);
        this.health = new StayHealth(this, chance, cell);
        this.procedure = new StayProcedure(this, unit, chance);
        this.corrections = new StayCorrections(this, unit, chance);
        this.end = new StayEnd(this, unit, chance, cell, procedure);
    }

    CustodyId id() {
        return id;
    }

    @Nullable
    Custody custodyOrNull() {
        return story.stateOrNull();
    }

    Custody custody() {
        return story.state();
    }

    StayEnd end() {
        return end;
    }

    DetentionGround ground() {
        return ground;
    }

    /** One more fact, in the order of recording. */
    SimulatedFact take(CustodyFact fact, Instant occurred, Actor actor) {
        return story.take(fact, occurred, actor);
    }

    // --- the beginning

    /** What happened in the street is typed when the person is delivered. */
    void begin(Instant apprehended) {
        double kind = chance.random().nextDouble();
        ground = kind < 0.5
                ? DetentionGround.ADMINISTRATIVE
                : kind < 0.9 ? DetentionGround.WITHOUT_RULING : DetentionGround.ON_RULING;
        boolean foreigner = chance.happens(0.07);
        PersonApprehended first =
                new PersonApprehended(id, person("p"), unit.profile().id(), ground, chance.happens(0.05), foreigner);
        in(
                apprehended,
                12,
                50,
                delivered -> in(delivered, 1, 5, typed -> {
                    unit.enter(this, apprehended, typed, first);
                    unit.enter(this, delivered, typed, new PersonDelivered(id));
                    if (chance.happens(0.05)) {
                        unit.enter(this, apprehended, typed, new UseOfForceRecorded(id, Means.HANDCUFFS, patrol()));
                    }
                    int most = chance.happens(0.06) ? 28 : 12;
                    in(typed, 2, most, opened -> open(opened, foreigner));
                    end.plan(apprehended);
                }));
    }

    private void open(Instant at, boolean foreigner) {
        enter(at, new CustodyRecordOpened(id));
        new StayNotices(this, unit, chance).begin(at, foreigner);
        procedure.begin(at);
        health.begin(at);
        cell.begin(at);
    }

    // --- for its parts

    /** An entry that is typed as it happens. */
    void enter(Instant at, CustodyFact entry) {
        unit.enter(this, at, at, entry);
    }

    /** An entry was typed. */
    void entered(SimulatedFact entry, Instant typed) {
        corrections.entered(entry, typed);
    }

    /** Something happens so many minutes later. */
    void in(Instant from, int minutes, int atMost, Consumer<Instant> step) {
        unit.plan(chance.later(from, minutes * 60, (atMost - minutes) * 60), step);
    }

    /** The same, if the person is still held then. */
    void inIfHeld(Instant from, int minutes, int atMost, Consumer<Instant> step) {
        in(from, minutes, atMost, at -> {
            if (held()) {
                step.accept(at);
            }
        });
    }

    /** The same, if the person is neither away nor gone then. */
    void inTheUnit(Instant from, int minutes, int atMost, Consumer<Instant> step) {
        in(from, minutes, atMost, at -> {
            if (inTheUnit()) {
                step.accept(at);
            }
        });
    }

    boolean held() {
        return custody().phase().isHeld();
    }

    /** Neither away nor gone. */
    boolean inTheUnit() {
        return custody().phase() == Phase.DELIVERED || custody().phase() == Phase.OPEN;
    }

    CellId anyCell() {
        return cell.anyCell();
    }

    PersonId person(String kind) {
        return new PersonId("%s.%s%04d".formatted(unit.profile().id(), kind, chance.below(5_000)));
    }

    StaffId patrol() {
        return new StaffId(unit.profile().id() + ".patrol" + (1 + chance.below(6)));
    }

    /** Who reviews detentions, and signs what others have corrected. */
    StaffId reviewer() {
        return new StaffId(unit.profile().id() + ".reviewer");
    }
}
