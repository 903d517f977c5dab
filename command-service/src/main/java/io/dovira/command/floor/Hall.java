package io.dovira.command.floor;

import io.dovira.events.DeskId;
import io.dovira.events.OfficeId;
import io.dovira.events.Recorded;
import io.dovira.events.VisitId;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.DeskEngaged;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.DeskReleased;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.offices.OfficeTerms;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.waits.WaitRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who waits and who is served, at every office, from the facts of the last day and a half and the visits of the days before that nobody has ended.
 * For one thread at a time.
 *
 * <pre>
 *   offices   lviv-03 -> name, services, desks            and the terms on which it may let people wait
 *   guests    lviv-03 -> A042 waits, B007 at desk 2       open visits only: a nation has some thousands
 *   gone      lviv-03 -> A041, A040 ...                   the last few, to be set right when they were told wrong
 *   desks     lviv-03 -> 2: engaged with B007
 * </pre>
 *
 * What began before, and goes on, is looked up in its own stream when it is first heard of.
 */
final class Hall {
    /** Nobody waits longer; what is older is a visit that was left open, and is remembered one by one. */
    static final Duration DAY = Duration.ofHours(36);

    private static final Logger LOG = LoggerFactory.getLogger(Hall.class);
    private static final int GONE = 20;

    private final Past past;
    private final Map<OfficeId, Office> offices = new TreeMap<>(Comparator.comparing(OfficeId::value));
    private final Map<OfficeId, OfficeTerms> terms = new HashMap<>();
    private final Map<String, OfficeId> where = new HashMap<>();
    private final Map<OfficeId, Map<VisitId, Guest>> guests = new HashMap<>();
    private final Map<OfficeId, Deque<Guest>> gone = new HashMap<>();
    private final Map<Place, Optional<Desk>> desks = new HashMap<>();
    private WaitRules rules = WaitRules.NONE;
    private long position;

    private record Place(OfficeId office, DeskId desk) {}

    /** What a stream holds up to a position. */
    interface Past {
        List<Recorded<?>> story(String stream, long upTo);
    }

    Hall(Past past) {
        this.past = past;
    }

    /** The next fact of the log, of policies, offices, desks or visits. One that cannot follow is left out: projections show it among their dead letters. */
    void take(Recorded<?> recorded) {
        position = recorded.position();
        try {
            switch (recorded.fact()) {
                case PolicyFact f ->
                    rules = WaitRules.concerns(f.policy()) ? WaitRules.evolve(rules, recorded, f) : rules;
                case OfficeFact f -> {
                    offices.compute(f.office(), (office, before) -> Office.evolve(before, f, recorded.occurredAt()));
                    terms.compute(f.office(), (office, before) -> OfficeTerms.evolve(before, recorded, f));
                }
                case DeskFact f -> follow(f, recorded);
                case VisitFact f -> follow(f, recorded);
                default -> {}
            }
        } catch (IllegalStateException e) {
            LOG.error("the floor leaves out position {}: {}", recorded.position(), e.toString());
        }
    }

    private void follow(DeskFact fact, Recorded<?> recorded) {
        Place place = new Place(fact.office(), fact.desk());
        Optional<Desk> before = desks.get(place);
        if (before == null && (fact instanceof DeskEngaged || fact instanceof DeskReleased)) {
            // Says nothing of who sits there. Nobody has asked for the desk yet; when somebody does, it is looked up.
            return;
        }
        Desk known = before == null ? null : before.orElse(null);
        desks.put(place, Optional.of(Desk.evolve(known, fact, recorded.occurredAt())));
    }

    private void follow(VisitFact fact, Recorded<?> recorded) {
        Guest before = known(fact, recorded.position());
        if (before == null && !(fact instanceof VisitorArrived)) {
            return;
        }
        Guest after = evolve(before, fact, recorded);
        OfficeId office = after.visit().office();
        VisitId visit = after.visit().id();
        Deque<Guest> left = gone.computeIfAbsent(office, none -> new ArrayDeque<>());
        if (after.visit().isOpen()) {
            where.put(visit.stream(), office);
            at(office).put(visit, after);
        } else if (remove(visit)) {
            left.addFirst(after);
            if (left.size() > GONE) {
                left.removeLast();
            }
        } else {
            replace(left, after);
        }
    }

    private Guest evolve(@Nullable Guest before, VisitFact fact, Recorded<?> recorded) {
        OfficeTerms office = OfficeTerms.NONE;
        if (before != null) {
            office = terms.getOrDefault(before.visit().office(), office);
        } else if (fact instanceof VisitorArrived arrived) {
            office = terms.getOrDefault(arrived.office(), office);
        }
        return Guest.evolve(before, fact, recorded, office, rules);
    }

    private boolean remove(VisitId visit) {
        OfficeId office = where.remove(visit.stream());
        return office != null && at(office).remove(visit) != null;
    }

    private Map<VisitId, Guest> at(OfficeId office) {
        return guests.computeIfAbsent(office, none -> new LinkedHashMap<>());
    }

    /** A correction of somebody who has left changes what is shown, if it is still shown. */
    private static void replace(Deque<Guest> left, Guest after) {
        List<Guest> all = new ArrayList<>(left);
        all.replaceAll(one -> one.visit().id().equals(after.visit().id()) ? after : one);
        left.clear();
        left.addAll(all);
    }

    private @Nullable Guest known(VisitFact fact, long itself) {
        VisitId visit = fact.visit();
        OfficeId office = where.get(visit.stream());
        if (office != null) {
            return at(office).get(visit);
        }
        if (fact instanceof VisitorArrived) {
            return null;
        }
        return lookUpVisit(visit.stream(), itself - 1);
    }

    /** Whether the visit of this stream is open here. */
    boolean holds(String stream) {
        return where.containsKey(stream);
    }

    /** The visit of this stream goes on, if nobody has ended it by now: nothing is closed by itself. */
    boolean remember(String stream) {
        try {
            return holds(stream) || lookUpVisit(stream, position) != null;
        } catch (IllegalStateException e) {
            LOG.error("the floor leaves out {}: {}", stream, e.toString());
            return false;
        }
    }

    private @Nullable Guest lookUpVisit(String stream, long upTo) {
        Guest guest = null;
        for (Recorded<?> told : past.story(stream, upTo)) {
            if (told.fact() instanceof VisitFact fact) {
                guest = evolve(guest, fact, told);
            }
        }
        if (guest != null && guest.visit().isOpen()) {
            where.put(stream, guest.visit().office());
            at(guest.visit().office()).put(guest.visit().id(), guest);
        }
        return guest;
    }

    /** Everything up to here has been taken, or did not matter. */
    void reached(long upTo) {
        position = Math.max(position, upTo);
    }

    long position() {
        return position;
    }

    Collection<Office> offices() {
        return offices.values();
    }

    /** The floor of an office; empty if there is no such office. */
    Optional<Floor> floor(OfficeId id, Instant now) {
        Office office = offices.get(id);
        if (office == null) {
            return Optional.empty();
        }
        return Optional.of(new Floor(
                position,
                now,
                office,
                rules,
                office.desks().stream()
                        .filter(Office.InstalledDesk::installed)
                        .map(desk -> new Floor.Seat(desk, desk(new Place(id, desk.id()))))
                        .toList(),
                at(id).values().stream()
                        .filter(guest -> guest.visit().lastLeg() != null)
                        .sorted(Comparator.comparing(guest -> guest.visit().arrivedAt()))
                        .toList(),
                List.copyOf(gone.getOrDefault(id, new ArrayDeque<>()))));
    }

    private @Nullable Desk desk(Place place) {
        return desks.computeIfAbsent(place, this::lookUp).orElse(null);
    }

    private Optional<Desk> lookUp(Place place) {
        Desk desk = null;
        for (Recorded<?> told : past.story(DeskFact.stream(place.office(), place.desk()), position)) {
            if (told.fact() instanceof DeskFact fact) {
                desk = Desk.evolve(desk, fact, told.occurredAt());
            }
        }
        return Optional.ofNullable(desk);
    }
}
