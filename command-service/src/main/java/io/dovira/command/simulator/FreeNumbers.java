package io.dovira.command.simulator;

import io.dovira.events.Fact;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.registers.RegisterNumberDrawn;
import io.dovira.eventstore.log.EventLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of the registers of appeals. People draw from them too, so a simulated registration takes the number that is free when it is recorded;
 * as long as nobody else drew any, that is the one it had. Used by one thread.
 */
final class FreeNumbers {
    private final EventLog log;
    private final Map<String, Integer> next = new HashMap<>();

    FreeNumbers(EventLog log) {
        this.log = log;
    }

    /** From now on the log is asked again. */
    void forget() {
        next.clear();
    }

    /** Whether numbers were drawn from this stream since it was asked last. */
    boolean isDrawnFrom(String stream) {
        return next.containsKey(stream);
    }

    /** The same facts with a number that is free. A number whose registration is not among them is not drawn. */
    List<SimulatedFact> give(List<SimulatedFact> facts) {
        Optional<SimulatedFact> drawing = facts.stream()
                .filter(fact -> fact.fact() instanceof RegisterNumberDrawn)
                .findFirst();
        if (drawing.isEmpty()) {
            return facts;
        }
        boolean registers = facts.stream().anyMatch(fact -> fact.fact() instanceof AppealRegistered);
        @Nullable
        RegisterNumberDrawn drawn = registers
                ? free(drawing.get().stream(), (RegisterNumberDrawn)
                        drawing.get().fact())
                : null;
        return facts.stream()
                .filter(fact -> drawn != null || fact.fact() instanceof AppealFact)
                .map(fact -> drawn == null ? fact : numbered(fact, drawn))
                .toList();
    }

    private RegisterNumberDrawn free(String stream, RegisterNumberDrawn wanted) {
        int number = next.computeIfAbsent(
                stream, name -> Math.toIntExact(log.lastSequence(name).orElse(-1) + 2));
        next.put(stream, number + 1);
        return new RegisterNumberDrawn(wanted.office(), wanted.year(), number, wanted.appeal());
    }

    private static SimulatedFact numbered(SimulatedFact fact, RegisterNumberDrawn drawn) {
        Fact original = fact.fact();
        if (original instanceof RegisterNumberDrawn) {
            return new SimulatedFact(fact.eventId(), fact.stream(), drawn.number() - 1, fact.at(), drawn, fact.meta());
        }
        return original instanceof AppealRegistered r
                ? new SimulatedFact(
                        fact.eventId(),
                        fact.stream(),
                        fact.sequence(),
                        fact.at(),
                        new AppealRegistered(r.appeal(), drawn.text(), r.dayZero(), r.policy(), r.due()),
                        fact.meta())
                : fact;
    }
}
