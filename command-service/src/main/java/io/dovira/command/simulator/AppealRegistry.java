package io.dovira.command.simulator;

import io.dovira.command.appeals.AppealCommand;
import io.dovira.command.appeals.AppealPremises;
import io.dovira.command.appeals.Appeals;
import io.dovira.command.appeals.LodgeAppeal;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.Fact;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.registers.RegisterNumberDrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the appeals to one simulated office are kept: every step is decided by the decider of the feature, and told with the number that it draws. */
final class AppealRegistry {
    private static final PolicyBook LAW = BuiltInPolicies.book();

    private final Office office;
    private final Agenda agenda;
    private final Chance chance;
    private final Map<String, SimulatedStream> registers = new HashMap<>();
    private final Map<String, Integer> drawn = new HashMap<>();

    AppealRegistry(Office office, Agenda agenda, Chance chance) {
        this.office = office;
        this.agenda = agenda;
        this.chance = chance;
    }

    Office office() {
        return office;
    }

    /** Who registers, and corrects what was registered wrongly. */
    Actor clerk() {
        return new Actor(office.id() + ".registry", "clerk");
    }

    /** Who signs what others have corrected. */
    Actor head() {
        return new Actor(office.id() + ".head", "manager");
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, office.zone());
    }

    /** @throws IllegalStateException if it may not be: no such step is planned */
    SimulatedFact act(SimulatedAppeal appeal, Instant at, AppealCommand command, Actor actor) {
        return tell(appeal, at, decide(appeal, at, command, actor, Set.of()).orThrow(), actor);
    }

    /**
     * A correction, or what somebody else says to it; what cannot be is left.
     *
     * @param events those of the appeal that it may name
     * @return whether it could be
     */
    boolean correct(SimulatedAppeal appeal, Instant at, AppealCommand command, Actor actor, Set<String> events) {
        if (decide(appeal, at, command, actor, events) instanceof Decision.Accepted yes) {
            tell(appeal, at, yes.facts(), actor);
            return true;
        }
        return false;
    }

    private Decision decide(
            SimulatedAppeal appeal, Instant at, AppealCommand command, Actor actor, Set<String> events) {
        AppealPremises premises = new AppealPremises(
                Moment.at(at, at),
                actor.id(),
                office,
                appeal.visit(),
                LAW,
                drawn.getOrDefault(register(at), 0) + 1,
                command instanceof LodgeAppeal
                        ? ReceiptCode.draw(chance.random()).digest()
                        : null,
                events);
        return Appeals.decide(appeal.story().stateOrNull(), command, premises);
    }

    /** Returns what it was about, the first of the facts. */
    private SimulatedFact tell(SimulatedAppeal appeal, Instant at, List<Fact> decided, Actor actor) {
        List<SimulatedFact> facts = new ArrayList<>();
        for (Fact fact : decided) {
            facts.add(
                    switch (fact) {
                        case AppealFact own -> appeal.story().take(own, at, actor);
                        case RegisterNumberDrawn number -> drawn(number, at, actor);
                        default -> throw new IllegalStateException("an appeal does not lead to " + fact);
                    });
        }
        agenda.commit(facts);
        return facts.getFirst();
    }

    private SimulatedFact drawn(RegisterNumberDrawn number, Instant at, Actor actor) {
        String register = register(at);
        drawn.put(register, number.number());
        return registers
                .computeIfAbsent(register, name -> new SimulatedStream(name, office.id()))
                .fact(at, number, actor);
    }

    private String register(Instant at) {
        return RegisterNumberDrawn.stream(office.id(), day(at).getYear());
    }
}
