package io.dovira.command.simulator;

import io.dovira.events.CellId;
import io.dovira.events.CustodyId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.StaffId;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.CareFact.MealOffered;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.HealthFact.Fitness;
import io.dovira.events.custody.HealthFact.Injuries;
import io.dovira.events.custody.HealthFact.MedicalExamined;
import io.dovira.events.custody.HealthFact.MedicalRequested;
import io.dovira.events.custody.HealthFact.MedicationGiven;
import io.dovira.events.custody.HealthFact.Requester;
import io.dovira.events.custody.HealthFact.VisibleInjuriesNoted;
import io.dovira.events.custody.LegalAidFact.ConsultationEnded;
import io.dovira.events.custody.LegalAidFact.ConsultationStarted;
import io.dovira.events.custody.LegalAidFact.LawyerArrived;
import io.dovira.events.custody.LegalAidFact.LawyerAssigned;
import io.dovira.events.custody.LegalAidFact.LegalAidNotified;
import io.dovira.events.custody.LocationFact.BroughtToCourt;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.LocationFact.Destination;
import io.dovira.events.custody.LocationFact.Returned;
import io.dovira.events.custody.LocationFact.TakenOut;
import io.dovira.events.custody.LocationFact.Transferred;
import io.dovira.events.custody.Phase;
import io.dovira.events.custody.ProcedureFact.ComplaintMade;
import io.dovira.events.custody.ProcedureFact.ComplaintRegistered;
import io.dovira.events.custody.ProcedureFact.CourtRuled;
import io.dovira.events.custody.ProcedureFact.InterviewOfDetaineeHeld;
import io.dovira.events.custody.ProcedureFact.InterviewOfOfficerHeld;
import io.dovira.events.custody.ProcedureFact.Means;
import io.dovira.events.custody.ProcedureFact.PropertyLogged;
import io.dovira.events.custody.ProcedureFact.PropertyReturned;
import io.dovira.events.custody.ProcedureFact.QuestioningEnded;
import io.dovira.events.custody.ProcedureFact.QuestioningStarted;
import io.dovira.events.custody.ProcedureFact.Rank;
import io.dovira.events.custody.ProcedureFact.ReviewDone;
import io.dovira.events.custody.ProcedureFact.Ruling;
import io.dovira.events.custody.ProcedureFact.SearchDone;
import io.dovira.events.custody.ProcedureFact.Subject;
import io.dovira.events.custody.ProcedureFact.UseOfForceRecorded;
import io.dovira.events.custody.RecordFact.CopyDisclosed;
import io.dovira.events.custody.RecordFact.CustodyRecordSealed;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.custody.RecordFact.Recipient;
import io.dovira.events.custody.RecordFact.ReleaseGround;
import io.dovira.events.custody.RelativesFact.DelayGround;
import io.dovira.events.custody.RelativesFact.NotificationDelayed;
import io.dovira.events.custody.RelativesFact.RelativesNotified;
import io.dovira.events.custody.RightsFact.ConsulateNotified;
import io.dovira.events.custody.RightsFact.InterpreterArrived;
import io.dovira.events.custody.RightsFact.RightsExplained;
import io.dovira.events.custody.RightsFact.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One simulated stay in custody. Most is done in time; some is late, some is typed late, a few persons go to hospital.
 *
 * <pre>
 *   apprehended - delivered - record opened - checklists, cell visits, meals, reviews - [hospital] - [court] - released | transferred - sealed
 * </pre>
 */
final class SimulatedStay {
    private static final OfficeId PRISON = new OfficeId("sim-pretrial-prison");

    private final CustodyId id;
    private final CustodySimulation unit;
    private final Chance chance;
    private final SimulatedStream stream;
    private final CellRounds rounds;
    private @Nullable Custody custody;
    private DetentionGround ground = DetentionGround.ADMINISTRATIVE;
    private int items;

    SimulatedStay(CustodyId id, CustodySimulation unit, Chance chance) {
        this.id = id;
        this.unit = unit;
        this.chance = chance;
        this.stream = new SimulatedStream(id.stream(), unit.profile().id());
        this.rounds = new CellRounds(this, unit, chance);
    }

    CustodyId id() {
        return id;
    }

    @Nullable
    Custody custodyOrNull() {
        return custody;
    }

    Custody custody() {
        return Objects.requireNonNull(custody);
    }

    /** One more fact, in the order of recording. */
    SimulatedFact take(CustodyFact fact, Instant occurred, Actor actor) {
        custody = Custody.evolve(custody, fact, occurred);
        return stream.fact(occurred, fact, actor);
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
                    planEnd(apprehended);
                }));
    }

    private void open(Instant at, boolean foreigner) {
        enter(at, new CustodyRecordOpened(id));
        if (chance.happens(0.15)) {
            rounds.watchClosely();
        }
        in(at, 2, 6, then -> inTheUnit(() -> enter(then, new InterviewOfDetaineeHeld(id))));
        in(at, 3, 9, then -> inTheUnit(() -> enter(then, new InterviewOfOfficerHeld(id, patrol()))));
        in(at, 3, 8, then -> ifHeld(() -> enter(then, new VisibleInjuriesNoted(id, injuries()))));
        in(at, 4, 9, then -> ifHeld(() -> enter(then, new SearchDone(id))));
        items = chance.below(8);
        in(at, 6, 12, then -> ifHeld(() -> enter(then, new PropertyLogged(id, items))));
        rights(at, foreigner);
        relatives(at);
        legalAid(at);
        if (chance.happens(0.14)) {
            in(at, 5, 90, this::askForDoctor);
        }
        in(at, 12, 24, this::lock);
        planMeal(at);
        planReview(at, true);
        if (ground == DetentionGround.WITHOUT_RULING) {
            in(at, 150, 600, this::question);
        }
        if (chance.happens(0.04)) {
            in(at, 60, 170, this::complain);
        }
    }

    private void rights(Instant at, boolean foreigner) {
        String language = foreigner ? "en" : "uk";
        Signature signature = chance.happens(0.04) ? Signature.REFUSED : Signature.SIGNED;
        if (foreigner) {
            in(
                    at,
                    15,
                    45,
                    then -> ifHeld(() -> {
                        enter(then, new InterpreterArrived(id, language));
                        in(then, 2, 6, told -> ifHeld(() -> enter(told, new RightsExplained(id, language, signature))));
                    }));
            in(at, 30, 150, then -> ifHeld(() -> enter(then, new ConsulateNotified(id))));
        } else {
            in(at, 3, 8, then -> ifHeld(() -> enter(then, new RightsExplained(id, language, signature))));
        }
    }

    private void relatives(Instant at) {
        if (chance.happens(0.07)) {
            DelayGround why = chance.happens(0.5) ? DelayGround.PERSON_REFUSES : DelayGround.UNREACHABLE;
            in(at, 5, 20, then -> ifHeld(() -> enter(then, new NotificationDelayed(id, unit.onDuty(then), why))));
            in(at, 60, 300, then -> ifHeld(() -> enter(then, new RelativesNotified(id))));
        } else {
            in(at, 4, chance.happens(0.1) ? 120 : 20, then -> ifHeld(() -> enter(then, new RelativesNotified(id))));
        }
    }

    /** Within an hour for most; the rest as it was measured in practice. */
    private void legalAid(Instant at) {
        double how = chance.random().nextDouble();
        int most = how < 0.85 || ground == DetentionGround.ADMINISTRATIVE ? 15 : how < 0.95 ? 75 : 200;
        in(
                at,
                3,
                most,
                then -> ifHeld(() -> {
                    enter(then, new LegalAidNotified(id));
                    in(
                            then,
                            10,
                            chance.happens(0.08) ? 130 : 55,
                            named -> ifHeld(() -> {
                                enter(named, new LawyerAssigned(id, person("l")));
                                in(
                                        named,
                                        25,
                                        110,
                                        came -> ifHeld(() -> {
                                            enter(came, new LawyerArrived(id));
                                            in(came, 2, 10, talk -> ifHeld(() -> consult(talk)));
                                        }));
                            }));
                }));
    }

    private void consult(Instant at) {
        enter(at, new ConsultationStarted(id));
        in(at, 15, 50, then -> {
            if (custody().consulting() && held()) {
                enter(then, new ConsultationEnded(id));
            }
        });
    }

    // --- health

    private void askForDoctor(Instant at) {
        if (!inTheUnit()) {
            return;
        }
        enter(at, new MedicalRequested(id, chance.happens(0.6) ? Requester.OFFICER : Requester.PERSON));
        in(at, 8, chance.happens(0.12) ? 55 : 27, this::examine);
    }

    private void examine(Instant at) {
        if (custody().phase() == Phase.SEALED) {
            return;
        }
        if (!inTheUnit()) {
            // Before court, or before the person goes home.
            enter(at, new MedicalExamined(id, Fitness.FIT));
            return;
        }
        double how = chance.random().nextDouble();
        Fitness fitness = how < 0.70 ? Fitness.FIT : how < 0.88 ? Fitness.FIT_WITH_CONDITIONS : Fitness.UNFIT;
        enter(at, new MedicalExamined(id, fitness));
        switch (fitness) {
            case FIT -> {}
            case FIT_WITH_CONDITIONS -> {
                rounds.watchClosely();
                in(at, 10, 40, then -> ifHeld(() -> enter(then, new MedicationGiven(id))));
            }
            case UNFIT -> in(at, 2, chance.happens(0.2) ? 60 : 5, this::hospital);
        }
    }

    private void hospital(Instant at) {
        if (!inTheUnit()) {
            return;
        }
        enter(at, new TakenOut(id, Destination.HOSPITAL));
        in(at, 100, 480, then -> {
            if (custody().phase() == Phase.AT_HOSPITAL) {
                if (chance.happens(0.4)) {
                    end(then, new PersonReleased(id, ReleaseGround.HEALTH));
                } else {
                    comeBack(then);
                }
            }
        });
    }

    private void comeBack(Instant at) {
        enter(at, new Returned(id));
        if (custody().cell() == null) {
            in(at, 2, 8, this::lock);
        } else {
            rounds.beginAfter(at);
        }
    }

    // --- the cell

    private void lock(Instant at) {
        if (inTheUnit()) {
            enter(
                    at,
                    new CellAssigned(
                            id,
                            new CellId(String.valueOf(
                                    1 + chance.below(unit.profile().cells())))));
            rounds.beginAfter(at);
        }
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
        unit.plan(
                served,
                at -> ifHeld(() -> {
                    if (inTheUnit()) {
                        enter(at, new MealOffered(id, chance.happens(0.85)));
                    }
                    planMeal(at);
                }));
    }

    // --- procedure

    private void planReview(Instant last, boolean first) {
        Instant due = last.plus(Duration.ofHours(first ? 6 : 9));
        Instant done = chance.happens(0.06)
                ? chance.later(due, 5 * 60, 60 * 60)
                : due.minusSeconds(5 * 60L + chance.below(55 * 60));
        unit.plan(
                done,
                at -> ifHeld(() -> {
                    enter(
                            at,
                            new ReviewDone(
                                    id,
                                    Rank.INSPECTOR,
                                    new StaffId(unit.profile().id() + ".reviewer")));
                    planReview(at, false);
                }));
    }

    private void question(Instant at) {
        if (!inTheUnit() || custody().questioning() || custody().consulting()) {
            return;
        }
        enter(at, new QuestioningStarted(id, investigator()));
        in(at, 25, 95, then -> {
            if (custody().questioning() && held()) {
                enter(then, new QuestioningEnded(id));
            }
        });
        if (chance.happens(0.5)) {
            in(at, 200, 900, this::question);
        }
    }

    private void complain(Instant at) {
        if (!held()) {
            return;
        }
        enter(at, new ComplaintMade(id, chance.oneOf(List.of(Subject.values()))));
        in(at, 20, chance.happens(0.1) ? 1_800 : 600, then -> {
            if (custody().isOpen(Duty.REGISTER_COMPLAINT) && custody().phase() != Phase.SEALED) {
                enter(then, new ComplaintRegistered(id));
            }
        });
    }

    // --- the end

    private void planEnd(Instant apprehended) {
        switch (ground) {
            case ADMINISTRATIVE -> {
                boolean late = chance.happens(0.05);
                in(
                        apprehended,
                        late ? 182 : 95,
                        late ? 230 : 172,
                        then -> release(then, ReleaseGround.ADMINISTRATIVE_DONE));
            }
            case WITHOUT_RULING -> {
                if (chance.happens(0.3)) {
                    in(apprehended, 300, 1_500, then -> release(then, ReleaseGround.NO_GROUNDS));
                } else {
                    unit.plan(courtHour(chance.later(apprehended, 20 * 3_600, 30 * 3_600)), this::court);
                }
            }
            case ON_RULING -> unit.plan(courtHour(chance.later(apprehended, 3 * 3_600, 18 * 3_600)), this::court);
        }
    }

    private void release(Instant at, ReleaseGround why) {
        Phase phase = custody().phase();
        if (phase == Phase.AT_HOSPITAL) {
            end(at, new PersonReleased(id, ReleaseGround.HEALTH));
        } else if (phase.isHeld()) {
            end(at, new PersonReleased(id, why));
        }
    }

    private void court(Instant at) {
        if (custody().phase() != Phase.OPEN) {
            if (held()) {
                in(at, 60, 90, this::court);
            }
            return;
        }
        enter(at, new BroughtToCourt(id));
        in(at, 45, 200, then -> {
            double how = chance.random().nextDouble();
            Ruling ruling = how < 0.55 ? Ruling.DETAINED : how < 0.85 ? Ruling.OTHER_MEASURE : Ruling.REFUSED;
            enter(then, new CourtRuled(id, ruling));
            in(then, 5, 40, after -> {
                if (ruling != Ruling.DETAINED) {
                    end(after, new PersonReleased(id, ReleaseGround.COURT));
                    return;
                }
                comeBack(after);
                in(after, 60, 240, this::leaveForPrison);
            });
        });
    }

    private void leaveForPrison(Instant at) {
        if (inTheUnit()) {
            end(at, new Transferred(id, PRISON));
        } else if (held()) {
            in(at, 60, 90, this::leaveForPrison);
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
        enter(at, how);
        if (custody().isOpen(Duty.RETURN_PROPERTY) && how instanceof PersonReleased) {
            in(at, 3, 15, then -> enter(then, new PropertyReturned(id, items)));
        }
        in(at, 15, 40, then -> enter(then, new CopyDisclosed(id, Recipient.PERSON)));
        in(at, 45, 200, then -> {
            if (custody().isOpen(Duty.REGISTER_COMPLAINT) && chance.happens(0.9)) {
                enter(then, new ComplaintRegistered(id));
            }
            enter(then, new CustodyRecordSealed(id));
            // Until then the last visits are typed, and complaints registered.
            unit.plan(then.plus(Duration.ofDays(2)), ignored -> unit.forget(this));
        });
    }

    /** What is still owed to the person is done before it is too late, as a rule. */
    private void settle(Instant at) {
        if (custody().isOpen(Duty.NOTIFY_RELATIVES) && chance.happens(0.85)) {
            enter(at, new RelativesNotified(id));
        }
        if (custody().isOpen(Duty.ASSIGN_LAWYER) && chance.happens(0.85)) {
            enter(at, new LawyerAssigned(id, person("l")));
        }
    }

    // --- helpers

    private void enter(Instant at, CustodyFact entry) {
        unit.enter(this, at, at, entry);
    }

    private void in(Instant from, int minutes, int atMost, Consumer<Instant> step) {
        unit.plan(chance.later(from, minutes * 60, (atMost - minutes) * 60), step);
    }

    private void ifHeld(Runnable step) {
        if (held()) {
            step.run();
        }
    }

    private void inTheUnit(Runnable step) {
        if (inTheUnit()) {
            step.run();
        }
    }

    private boolean held() {
        return custody().phase().isHeld();
    }

    /** Neither away nor gone. */
    boolean inTheUnit() {
        return custody().phase() == Phase.DELIVERED || custody().phase() == Phase.OPEN;
    }

    private Injuries injuries() {
        return chance.happens(0.12) ? Injuries.MINOR : chance.happens(0.02) ? Injuries.SERIOUS : Injuries.NONE;
    }

    private PersonId person(String kind) {
        return new PersonId("%s.%s%04d".formatted(unit.profile().id(), kind, chance.below(5_000)));
    }

    private StaffId patrol() {
        return new StaffId(unit.profile().id() + ".patrol" + (1 + chance.below(6)));
    }

    private StaffId investigator() {
        return new StaffId(unit.profile().id() + ".inv" + (1 + chance.below(3)));
    }
}
