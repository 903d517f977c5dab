package io.dovira.command.simulator;

import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.custody.RecordFact.PersonHandedOver;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.custody.UnitFact.HandoverOffered;
import io.dovira.events.custody.UnitFact.ShiftHandedOver;
import io.dovira.events.registers.RegisterNumberDrawn;
import io.dovira.events.tickets.TicketNumberDrawn;
import io.dovira.events.visits.TicketIssued;
import io.dovira.eventstore.log.EventLog;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Streams that people and the simulation write side by side: rolls of ticket numbers, registers of appeals, and who is held in a custody unit. A simulated fact takes the
 * place, and with it the number, that is free when it is recorded; as long as nobody else wrote there, that is the one it had. Used by one thread.
 */
final class SharedStreams {
    private static final Pattern NUMBER = Pattern.compile("\\d+$");
    private static final String HANDED_OVER = Facts.nameOf(ShiftHandedOver.class);

    private final EventLog log;
    private final Map<String, Long> next = new HashMap<>();
    private final Map<String, Integer> handovers = new HashMap<>();
    /** Of these somebody else wrote a part. */
    private final Set<String> mixed = new HashSet<>();

    SharedStreams(EventLog log) {
        this.log = log;
    }

    static boolean isShared(Fact fact) {
        return isNumber(fact) || fact instanceof UnitFact;
    }

    private static boolean isNumber(Fact fact) {
        return fact instanceof RegisterNumberDrawn || fact instanceof TicketNumberDrawn;
    }

    /** From now on the log is asked again. */
    void forget() {
        next.clear();
        handovers.clear();
    }

    /** Whether a place was taken in this stream since the log was asked last. */
    boolean isIn(String stream) {
        return next.containsKey(stream);
    }

    /** The same facts, each in a place that is free. A number that nobody among them bears is not drawn. */
    List<SimulatedFact> place(List<SimulatedFact> facts) {
        boolean numbered = facts.stream()
                .anyMatch(fact -> fact.fact() instanceof AppealRegistered || fact.fact() instanceof TicketIssued);
        List<SimulatedFact> placed = facts.stream()
                .filter(fact -> numbered || !isNumber(fact.fact()))
                .map(fact -> isShared(fact.fact()) ? placed(fact) : fact)
                .toList();
        return placed.stream().map(fact -> numbered(fact, placed)).toList();
    }

    private SimulatedFact placed(SimulatedFact fact) {
        long place = next.computeIfAbsent(
                fact.stream(), stream -> log.lastSequence(stream).orElse(-1) + 1);
        next.put(fact.stream(), place + 1);
        if (place != fact.sequence()) {
            mixed.add(fact.stream());
        }
        SimulatedFact there =
                new SimulatedFact(fact.eventId(), fact.stream(), place, fact.at(), fact.fact(), fact.meta());
        return switch (fact.fact()) {
            case RegisterNumberDrawn f ->
                with(there, new RegisterNumberDrawn(f.office(), f.year(), Math.toIntExact(place) + 1, f.appeal()));
            case TicketNumberDrawn f ->
                with(there, new TicketNumberDrawn(f.office(), f.day(), Math.toIntExact(place) + 1, f.visit()));
            case HandoverOffered f ->
                with(there, new HandoverOffered(f.office(), number(f.office(), f.handover()), f.from()));
            case ShiftHandedOver f -> {
                int number = number(f.office(), f.handover());
                handovers.computeIfPresent(fact.stream(), (stream, before) -> before + 1);
                yield with(there, new ShiftHandedOver(f.office(), number, f.from(), f.to(), f.persons()));
            }
            default -> there;
        };
    }

    /** The number of the next hand-over in a unit. */
    private int number(OfficeId unit, int wanted) {
        String stream = UnitFact.stream(unit);
        if (!mixed.contains(stream)) {
            return wanted;
        }
        return 1
                + handovers.computeIfAbsent(
                        stream,
                        name -> Math.toIntExact(log.readStream(name, 0).stream()
                                .filter(event -> event.type().equals(HANDED_OVER))
                                .count()));
    }

    /** With the number that the shared fact of the same commit has. */
    private static SimulatedFact numbered(SimulatedFact fact, List<SimulatedFact> placed) {
        if (fact.fact() instanceof AppealRegistered r) {
            return first(placed, RegisterNumberDrawn.class)
                    .map(drawn -> with(
                            fact, new AppealRegistered(r.appeal(), drawn.text(), r.dayZero(), r.policy(), r.due())))
                    .orElse(fact);
        }
        if (fact.fact() instanceof TicketIssued t) {
            return first(placed, TicketNumberDrawn.class)
                    .map(drawn -> with(
                            fact,
                            new TicketIssued(
                                    t.visit(),
                                    drawn.text(NUMBER.matcher(t.ticket()).replaceFirst("")),
                                    t.service())))
                    .orElse(fact);
        }
        if (fact.fact() instanceof PersonHandedOver p) {
            return first(placed, ShiftHandedOver.class)
                    .map(over -> with(
                            fact,
                            new PersonHandedOver(
                                    p.custody(),
                                    over.handover(),
                                    p.from(),
                                    p.to(),
                                    p.openDuties(),
                                    p.nextDuty(),
                                    p.nextDueAt())))
                    .orElse(fact);
        }
        return fact;
    }

    private static <T extends Fact> Optional<T> first(List<SimulatedFact> facts, Class<T> type) {
        return facts.stream()
                .map(SimulatedFact::fact)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static SimulatedFact with(SimulatedFact fact, Fact other) {
        return new SimulatedFact(fact.eventId(), fact.stream(), fact.sequence(), fact.at(), other, fact.meta());
    }
}
