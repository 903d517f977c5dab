package io.dovira.command.simulator;

import io.dovira.command.custody.Custodies;
import io.dovira.command.custody.CustodyCommand;
import io.dovira.command.custody.CustodyPremises;
import io.dovira.command.custody.MakeEntry;
import io.dovira.command.custody.OfferHandover;
import io.dovira.command.custody.TakeOver;
import io.dovira.command.custody.UnitCommand;
import io.dovira.command.custody.UnitPremises;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.CustodyId;
import io.dovira.events.Fact;
import io.dovira.events.StaffId;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.CustodyUnit;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.PolicyBook;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One simulated custody unit: persons are delivered round the clock, and two shifts answer for them. What happens to each is a {@link SimulatedStay}.
 * Pure and seeded; every entry is decided by the decider of the feature, so the clocks are those that people would start.
 */
final class CustodySimulation implements Simulation {
    private static final PolicyBook LAW = BuiltInPolicies.book();
    private static final int DAY_SHIFT = 8;
    private static final int NIGHT_SHIFT = 20;
    private static final int SHIFTS = 4;
    /** Two hours: where some are visited hourly, there is something to type then. */
    private static final int SITTING_SECONDS = 2 * 60 * 60;

    private final CustodyProfile profile;
    private final Agenda agenda = new Agenda();
    private final Chance chance;
    private final SimulatedStory<UnitFact, CustodyUnit> unit;
    private final Map<CustodyId, SimulatedStay> stays = new LinkedHashMap<>();
    private @Nullable Office office;
    private int delivered;
    private Instant sitting = Instant.MIN;
    private int typedAtTheSitting;

    /** @param start when the unit begins to keep records; the simulation begins then */
    CustodySimulation(CustodyProfile profile, long seed, Instant start) {
        this.profile = profile;
        this.chance = new Chance(seed, profile.id().value());
        this.unit =
                new SimulatedStory<>(UnitFact.class, CustodyUnit::evolve, UnitFact.stream(profile.id()), profile.id());
        agenda.plan(start, this::register);
    }

    @Override
    public SimulatedCommit next() {
        return agenda.next();
    }

    private void register(Instant at) {
        OfficeRegistered registered = profile.registration();
        office = Office.evolve(null, registered, at);
        agenda.commit(new SimulatedStream(profile.id().stream(), profile.id()).fact(at, registered, Actor.SIMULATOR));
        plan(arrival(at), this::apprehend);
        plan(shiftChange(at), this::changeShift);
    }

    private void apprehend(Instant at) {
        CustodyId id = new CustodyId("%s.s%05d".formatted(profile.id(), ++delivered));
        SimulatedStay stay = new SimulatedStay(id, this, chance);
        stays.put(id, stay);
        stay.begin(at);
        plan(arrival(at), this::apprehend);
    }

    /** Night and day alike. */
    private Instant arrival(Instant after) {
        return after.plus(chance.exponential(1 / profile.staysPerDay()));
    }

    // --- shifts

    /** Both sign: who goes first, then who comes. */
    private void changeShift(Instant at) {
        if (unit.stateOrNull() != null) {
            StaffId goes = onDuty(at.minus(Duration.ofHours(1)));
            Instant takenOver = chance.later(at, 4 * 60, 10 * 60);
            sign(at, new OfferHandover(profile.id()), goes);
            plan(takenOver, then -> sign(then, new TakeOver(profile.id()), onDuty(then)));
        }
        plan(shiftChange(at.plusSeconds(60)), this::changeShift);
    }

    private void sign(Instant at, UnitCommand command, StaffId who) {
        List<Custody> held = unit.state().held().stream()
                .map(each -> Objects.requireNonNull(stays.get(each.custody())).custody())
                .toList();
        record(
                at,
                at,
                Custodies.decide(unit.stateOrNull(), command, new UnitPremises(Moment.at(at, at), who.value(), held))
                        .orThrow(),
                officer(who));
    }

    private Instant shiftChange(Instant after) {
        ZonedDateTime local = after.atZone(profile.zone());
        ZonedDateTime midnight = local.toLocalDate().atStartOfDay(profile.zone());
        ZonedDateTime day = midnight.withHour(DAY_SHIFT);
        ZonedDateTime night = midnight.withHour(NIGHT_SHIFT);
        ZonedDateTime next = local.isBefore(day) ? day : local.isBefore(night) ? night : day.plusDays(1);
        return next.toInstant();
    }

    /** Four shifts take turns. */
    StaffId onDuty(Instant at) {
        return new StaffId(profile.id() + ".shift" + (1 + turn(at) % SHIFTS));
    }

    private long turn(Instant at) {
        ZonedDateTime local = at.atZone(profile.zone());
        boolean day = local.getHour() >= DAY_SHIFT && local.getHour() < NIGHT_SHIFT;
        return local.minusHours(DAY_SHIFT).toLocalDate().toEpochDay() * 2 + (day ? 0 : 1);
    }

    /**
     * When a visit is typed that the clerk does not type at once: at the next sitting of the shift that types in batches, one after the other; empty if
     * the shift is none of those.
     */
    Optional<Instant> typedAtASitting(Instant seen) {
        int whose = Math.floorMod(profile.id().value().hashCode(), SHIFTS);
        if (!profile.typesInBatches() || turn(seen) % SHIFTS != whose) {
            return Optional.empty();
        }
        int minute = Math.floorMod(profile.id().value().hashCode(), SITTING_SECONDS);
        long sinceLast = (seen.getEpochSecond() - minute) % SITTING_SECONDS;
        Instant next = seen.truncatedTo(ChronoUnit.SECONDS).plusSeconds(SITTING_SECONDS - sinceLast);
        typedAtTheSitting = next.equals(sitting) ? typedAtTheSitting + 1 : 0;
        sitting = next;
        return Optional.of(chance.later(next, 8 * typedAtTheSitting, 7));
    }

    // --- telling

    void plan(Instant at, Consumer<Instant> step) {
        agenda.plan(at, step);
    }

    CustodyProfile profile() {
        return profile;
    }

    /** An entry that is typed now. */
    void enter(SimulatedStay stay, Instant occurred, Instant typed, CustodyFact entry) {
        StaffId who = onDuty(typed);
        CustodyPremises premises = new CustodyPremises(Moment.at(typed, occurred), who.value(), office, LAW, Set.of());
        Decision decision = Custodies.decide(stay.custodyOrNull(), new MakeEntry(entry), premises);
        stay.entered(record(occurred, typed, decision.orThrow(), officer(who)), typed);
    }

    /**
     * A correction, or what somebody else says to it; what cannot be is left.
     *
     * @param events those of the record that it may name
     * @return whether it could be
     */
    boolean correct(SimulatedStay stay, CustodyCommand command, Instant at, StaffId who, Set<String> events) {
        CustodyPremises premises = new CustodyPremises(Moment.at(at, at), who.value(), office, LAW, events);
        if (Custodies.decide(stay.custody(), command, premises) instanceof Decision.Accepted yes) {
            record(at, at, yes.facts(), officer(who));
            return true;
        }
        return false;
    }

    /** Returns what it was about, the first of the facts. */
    private SimulatedFact record(Instant occurred, Instant typed, List<Fact> decided, Actor actor) {
        List<SimulatedFact> facts = new ArrayList<>();
        for (Fact fact : decided) {
            facts.add(
                    switch (fact) {
                        case CustodyFact own ->
                            Objects.requireNonNull(stays.get(own.custody())).take(own, occurred, actor);
                        case UnitFact ofUnit -> unit.take(ofUnit, occurred, actor);
                        default -> throw new IllegalStateException("custody does not lead to " + fact);
                    });
        }
        agenda.commit(new SimulatedCommit(typed, facts));
        return facts.getFirst();
    }

    /** Nothing more will happen to it. */
    void forget(SimulatedStay stay) {
        stays.remove(stay.id());
    }

    private static Actor officer(StaffId who) {
        return new Actor(who.value(), "custody");
    }
}
